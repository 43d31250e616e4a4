package org.commitcast.commandline.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commitcast.commandline.check.Outcome.Correction;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.RepositoryCheck.Audio;
import org.commitcast.contentreading.audio.AudioDuration;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.episode.AudioProof;
import org.commitcast.contentreading.episode.Durations;
import org.commitcast.contentreading.frontmatter.FrontMatterEdit;
import org.commitcast.contentreading.site.Field;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.HostedFile;
import org.commitcast.guardedhttp.Limits;
import org.jspecify.annotations.Nullable;

/** Writes what the audio itself says of its length and duration into the documents, and no other byte. */
final class Corrections {
    /** Rounding, and the silence that encoders add, are no mistakes of an author. */
    private static final long TOLERATED_SECONDS = 1;

    private final Path folder;
    private final ContentReader reader;
    private final GuardedHttp http;
    private final List<Correction> done = new ArrayList<>();

    Corrections(Path folder, ContentReader reader, GuardedHttp http) {
        this.folder = folder;
        this.reader = reader;
        this.http = http;
    }

    /** All that was tried. */
    List<Correction> of(List<Audio> all) {
        all.forEach(this::correct);
        return done;
    }

    private void correct(Audio audio) {
        HostedFile file = HostedFile.ask(http, audio.enclosure().url(), Limits.USUAL);
        String problem = file.problem();
        if (problem != null) {
            left(audio, problem);
            return;
        }
        if (!AudioProof.isMedia(file.type())) {
            String type = String.valueOf(file.type()).replaceFirst("\\s*;.*", "");
            left(audio, "what is at the address is " + type + " and no audio");
            return;
        }
        Long length = file.length();
        if (length == null) {
            left(audio, file.url().getHost() + " does not say how large it is");
            return;
        }
        if (!length.equals(audio.enclosure().length())) {
            set(audio.path(), Field.LENGTH, String.valueOf(length));
        }
        Long claimed = audio.enclosure().durationSeconds();
        duration(audio, file, length).ifPresent(seconds -> {
            if (claimed == null || Math.abs(claimed - seconds) > TOLERATED_SECONDS) {
                set(audio.path(), Field.DURATION, clock(audio.path(), seconds));
            }
        });
    }

    /** Without its length there is no duration either. */
    private void left(Audio audio, String reason) {
        done.add(new Correction(audio.path(), "length", said(audio.enclosure().length()), "?", reason));
    }

    private Optional<Long> duration(Audio audio, HostedFile file, long length) {
        try {
            return AudioDuration.of(new RemoteAudio(http, file.url(), length))
                    .map(duration -> Math.round(duration.toMillis() / 1000.0));
        } catch (IOException e) {
            done.add(new Correction(
                    audio.path(),
                    "duration",
                    said(audio.enclosure().durationSeconds()),
                    "?",
                    String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** As the document writes durations now: seconds stay seconds. */
    private String clock(String path, long seconds) {
        boolean plain = before(path, Field.DURATION)
                .filter(text -> text.matches("\\d+"))
                .isPresent();
        if (plain) {
            return String.valueOf(seconds);
        }
        return seconds < 3600
                ? "%02d:%02d".formatted(seconds / 60, seconds % 60)
                : "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private void set(String path, Field field, String value) {
        String key = key(path, field);
        FrontMatterEdit edit = FrontMatterEdit.setNumber(bytes(path), key, value);
        String before = before(path, field).orElse(null);
        edit.changed().ifPresent(bytes -> {
            boolean counts = isSaid(path, bytes, field, value);
            String refused =
                    counts ? write(path, bytes) : "The document says it in another place as well; change it by hand.";
            done.add(new Correction(path, key, before, value, refused));
        });
        edit.refusal().ifPresent(reason -> done.add(new Correction(path, key, before, value, reason)));
    }

    /** Where a number stands in two places, the one that was edited may not be the one that counts. */
    private boolean isSaid(String path, byte[] bytes, Field field, String value) {
        Optional<Long> wanted = field == Field.LENGTH ? Optional.of(Long.valueOf(value)) : Durations.seconds(value);
        return reader.read(path, bytes)
                .document()
                .map(document -> document.media().enclosure())
                .map(enclosure -> field == Field.LENGTH ? enclosure.length() : enclosure.durationSeconds())
                .equals(wanted);
    }

    /** The key that the document has, else the one that its site uses. */
    private String key(String path, Field field) {
        List<String> keys = reader.rules().fields().of(field);
        return document(path)
                .flatMap(document -> keys.stream()
                        .filter(key -> document.frontMatter().position(key).isPresent())
                        .findFirst())
                .orElse(keys.get(0));
    }

    private Optional<String> before(String path, Field field) {
        String key = key(path, field);
        return document(path)
                .flatMap(document -> document.frontMatter().values().text(key));
    }

    private Optional<Document> document(String path) {
        return reader.read(path, bytes(path)).document();
    }

    private byte[] bytes(String path) {
        try {
            return Files.readAllBytes(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException("file " + path + " is not readable", e);
        }
    }

    /** Why it could not be written; nothing where it was. */
    private @Nullable String write(String path, byte[] bytes) {
        try {
            Files.write(folder.resolve(path), bytes);
            return null;
        } catch (IOException e) {
            return "The file cannot be written (" + e.getClass().getSimpleName() + ").";
        }
    }

    private static @Nullable String said(@Nullable Long number) {
        return number == null ? null : number.toString();
    }
}
