package org.commitcast.commandline.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadTest {
    private final Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);

    ReadTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void showsEpisodesPostsAndTranscriptsWithTheirFindings() throws IOException {
        write(
                "_config.yml",
                """
                title: Harbour radio
                url: https://harbour.example
                collections:
                  episodes:
                    output: true
                """);
        write(
                "_episodes/2026-03-02-fog.md",
                """
                ---
                title: Fog
                date: 2026-03-02T06:00:00Z
                file: https://audio.example/fog.mp3
                length: 1200
                duration: "0:20"
                reddit: https://www.reddit.com/r/harbours/comments/1/fog/
                ---
                Pilots and fog.
                """);
        write("_posts/2026-01-20-microphone.md", "---\ntitle: A microphone\n---\nIt hears bells.\n");
        write("transcripts/2026-03-02-fog.txt", "0:00 Ines: Good morning.\n0:04 Rui: Thick today.\n");
        write("_posts/2026-01-21-broken.md", "---\ntitle: [\n---\nText.\n");

        assertThat(run(folder.toString())).isZero();

        assertThat(output())
                .contains("_episodes/2026-03-02-fog.md\n  episode    Fog\n")
                .contains("  audio      https://audio.example/fog.mp3 (audio/mpeg, 1200 bytes, 0:00:20)\n")
                .contains("  thread     reddit https://www.reddit.com/r/harbours/comments/1/fog/\n")
                .contains("  post       A microphone\n")
                .contains("  transcript 2 cues")
                .containsPattern("_posts/2026-01-21-broken.md\n  \\d+:\\d+ error front-matter[^\n]*\n")
                .endsWith("episode: 1, error: 1, post: 1, transcript: 1\n");
    }

    @Test
    void saysThatAFolderHoldsNoContent() {
        assertThat(run(folder.toString())).isZero();
        assertThat(output()).isEqualTo("Nothing here is content.\n");
    }

    @Test
    void namesTheFolderThatIsNone() {
        assertThat(run(folder.resolve("away").toString())).isEqualTo(1);
        assertThat(output()).contains(folder.resolve("away") + " is not a folder.");
    }

    @Test
    void asksForTheFolder() {
        assertThat(run()).isEqualTo(2);
        assertThat(output()).contains("Usage: commitcast read DIR");
    }

    private int run(String... words) {
        return new Read(stream, stream).run(List.of(words));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
