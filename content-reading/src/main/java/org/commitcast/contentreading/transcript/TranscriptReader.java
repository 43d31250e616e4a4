package org.commitcast.contentreading.transcript;

import java.util.Optional;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.frontmatter.FrontMatterReader;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.site.Field;
import org.commitcast.contentreading.site.FieldValues;
import org.commitcast.contentreading.site.SiteRules;

/** Reads transcripts in the forms that people keep in repositories. */
public final class TranscriptReader {

    private TranscriptReader() {}

    /** The transcript; empty with a finding if there is none in the file or its times cannot be trusted. */
    public static Optional<Transcript> read(String path, String text, SiteRules rules, Findings findings) {
        var source = FrontMatterReader.read(text, rules.limits(), findings);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        var values = source.get().frontMatter().values();
        var body = source.get().body();
        var line = source.get().bodyLine();
        var form = FileName.of(path).extension();
        var cues =
                switch (form) {
                    case "vtt" -> SubtitleCues.webVtt(body, line, findings);
                    case "srt" -> SubtitleCues.subRip(body, line, findings);
                    case "txt" -> TextCues.plain(body);
                    default -> TextCues.markdown(body);
                };
        if (cues.isEmpty()) {
            if (!findings.hasErrors()) {
                findings.error(
                        "transcript.empty", Position.START, "No words were found; a transcript has text under times.");
            }
            return Optional.empty();
        }
        var language = values.text("lang")
                .or(() -> values.text("language"))
                .or(() -> form.equals("vtt") ? SubtitleCues.language(body) : Optional.empty())
                .orElse(null);
        var episode = new FieldValues(values, rules.fields())
                .text(Field.TRANSCRIPT_OF)
                .map(said -> said.replaceFirst("^(?:\\./|/)+", ""))
                .map(said -> said.indexOf('/') < 0 ? said : rules.generator().located(said));
        var key = TranscriptKey.of(path, episode.orElse(null));
        return Optional.of(new Transcript(path, language, cues, key));
    }
}
