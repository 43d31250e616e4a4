package org.commitcast.commandline.read;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commitcast.contentevents.Cue;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentreading.Reading;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.transcript.Transcript;
import org.jspecify.annotations.Nullable;

/** Prints files one by one, and what they come to in the end. */
final class Report {
    private final PrintStream out;
    private final Map<String, Integer> counts = new TreeMap<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void add(Reading reading) {
        if (reading.document().isEmpty()
                && reading.transcript().isEmpty()
                && reading.findings().isEmpty()) {
            return;
        }
        out.println(reading.path());
        reading.document().ifPresent(this::document);
        reading.transcript().ifPresent(this::transcript);
        reading.findings().forEach(this::finding);
    }

    void finding(Finding finding) {
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        count(severity);
        out.printf(
                "  %d:%d %s %s: %s%n", finding.line(), finding.column(), severity, finding.rule(), finding.message());
    }

    void end() {
        out.println(
                counts.isEmpty()
                        ? "Nothing here is content."
                        : counts.entrySet().stream()
                                .map(count -> count.getKey() + ": " + count.getValue())
                                .collect(Collectors.joining(", ")));
    }

    private void document(Document document) {
        String kind = document.kind().name().toLowerCase(Locale.ROOT);
        count(kind);
        line(kind, document.about().title());
        line("guid", document.address().guid() + (document.address().explicitGuid() == null ? "" : " (its own)"));
        line("page", document.address().url());
        line("date", document.release().date() + (document.release().published() ? "" : " (not published)"));
        line("about", document.about().description());
        line("tags", String.join(", ", document.about().tags()));
        line("audio", audio(document.media().enclosure()));
        line("chapters", number(document.media().chapters().size()));
        document.discussions().links().forEach((platform, url) -> line("thread", platform + " " + url));
        line("awaited", String.join(", ", document.discussions().pending()));
    }

    private void transcript(Transcript transcript) {
        count("transcript");
        String speakers = transcript.cues().stream()
                .map(Cue::speaker)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        line("transcript", transcript.cues().size() + " cues" + (speakers.isEmpty() ? "" : " of " + speakers));
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void line(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            out.printf("  %-10s %s%n", name, value);
        }
    }

    private static @Nullable String number(int count) {
        return count == 0 ? null : String.valueOf(count);
    }

    private static @Nullable String audio(@Nullable Enclosure enclosure) {
        if (enclosure == null) {
            return null;
        }
        String length = enclosure.length() == null ? "length not said" : enclosure.length() + " bytes";
        String duration = enclosure.durationSeconds() == null
                ? "duration not said"
                : clock(Duration.ofSeconds(enclosure.durationSeconds()));
        return "%s (%s, %s, %s)".formatted(enclosure.url(), enclosure.type(), length, duration);
    }

    private static String clock(Duration duration) {
        return "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
