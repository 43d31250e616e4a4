package org.commitcast.commandline.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commitcast.guardedhttp.AddressPolicy;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private static final String CONFIG =
            """
            title: Harbour radio
            url: https://harbour.example
            collections:
              episodes:
                output: true
                permalink: /episode/:title/
            """;
    private static final String FOG = "_episodes/2026-03-02-fog.md";

    static {
        // Git measures the clock of each disk once, by files that it makes where the first repository lies: done before
        // there is one, they are not in the way of who deletes a folder.
        FS.FileStoreAttributes.setBackground(false);
        FS.FileStoreAttributes.get(Path.of(System.getProperty("java.io.tmpdir")));
    }

    private final Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    CheckTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        write("_config.yml", CONFIG);
    }

    private static String episode(String title, String audio, String length, String duration) {
        return """
                ---
                title: %s
                date: 2026-03-02T06:00:00Z
                file: %s
                length: %s
                duration: %s
                ---
                Pilots and fog.
                """
                .formatted(title, audio, length, duration);
    }

    private static String good(String title) {
        return episode(title, "https://audio.example/" + title + ".mp3", "1200", "\"0:20\"");
    }

    @Test
    void isSilentAboutContentThatIsRight() throws IOException {
        write(FOG, good("Fog"));

        assertThat(run(folder.toString())).isZero();
        assertThat(output()).isEqualTo("1 document, 0 transcripts: 0 errors, 0 warnings.\n");
    }

    @Test
    void printsFileLineColumnAndWhatToDo() throws IOException {
        write(FOG, good("Fog").replace("2026-03-02T06", "9999-99-99T99"));

        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(output())
                .contains(FOG + ":3:1 error date.invalid '9999-99-99T99:00:00Z' is no date; write it as")
                .endsWith("1 error, 0 warnings.\n");
    }

    @Test
    void countsWarningsOnlyWhereAskedTo() throws IOException {
        write(FOG, good("Fog"));
        write("_episodes/2026-03-09-rain.md", good("Fog").replace("title: Fog", "title: Rain"));

        assertThat(run(folder.toString())).isZero();
        assertThat(run(folder.toString(), "--strict")).isEqualTo(1);
        assertThat(output()).contains("_episodes/2026-03-09-rain.md:4:1 warning enclosure.duplicate");
    }

    @Test
    void tellsProgramsInJson() throws IOException {
        write(FOG, good("Fog").replace("length: 1200\n", ""));

        assertThat(run(folder.toString(), "--format", "json")).isZero();
        JsonNode json = new ObjectMapper().readTree(output());
        assertThat(json.get("documents").asInt()).isEqualTo(1);
        assertThat(json.get("warnings").asInt()).isEqualTo(1);
        assertThat(json.at("/findings/0/rule").asText()).isEqualTo("enclosure.length-missing");
        assertThat(json.at("/findings/0/path").asText()).isEqualTo(FOG);
        assertThat(json.at("/findings/0/line").asInt()).isPositive();
    }

    @Test
    void readsTheSitesDefinition() throws IOException {
        write(FOG, good("Fog").replace("Pilots and", "Pilots – and"));
        Path json =
                write("site.json", "{\"repository\": {\"url\": \"https://git.example/x\"}, \"typography\": \"plain\"}");
        Path yaml = write("site.yml", "typography: plain\nenclosureProbe: off\n");

        assertThat(run(folder.toString(), "--site", json.toString(), "--strict"))
                .isEqualTo(1);
        assertThat(run(folder.toString(), "--site=" + yaml, "--strict")).isEqualTo(1);
        assertThat(output()).contains(FOG + ":8:8 warning typography.dash");
    }

    @Test
    void leavesOutWhatGitIgnores() throws Exception {
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            write("_episodes/old-kept.md", good("Kept"));
            git.add().addFilepattern("_episodes").call();
            write(".gitignore", "_episodes/old-*\n/scratch/\n");
            write("_episodes/old-2026.md", "---\ntitle: [\n---\n");
            write("scratch/_posts/2026-01-01-x.md", "---\ntitle: [\n---\n");
            write(FOG, good("Fog"));

            assertThat(run(folder.toString())).isZero();
            assertThat(output()).startsWith("2 documents,");
        }
    }

    @Test
    void refusesWrongUse() throws IOException {
        Path bad = write("bad.json", "{\"colour\": 1}");

        assertThat(run()).isEqualTo(2);
        assertThat(run(folder.resolve("away").toString())).isEqualTo(2);
        assertThat(run(folder.toString(), "--format", "xml")).isEqualTo(2);
        assertThat(run(folder.toString(), "--loud")).isEqualTo(2);
        assertThat(run(folder.toString(), "--fix=false")).isEqualTo(2);
        assertThat(run(folder.toString(), "--site", bad.toString())).isEqualTo(2);
        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains("Usage: commitcast check DIR")
                .contains("There is no option --loud.")
                .contains("--fix takes no value.")
                .contains("colour");
    }

    @Test
    void keepsControlCharactersFromTheTerminal() throws IOException {
        write("_episodes/2026-03-09-\u001b[31mred.md", "---\ntitle: [\n---\n");

        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(output()).doesNotContain("\u001b");
    }

    @Test
    void looksAtAudioWhereItIsHosted() throws IOException {
        try (AudioHost host = new AudioHost().with("/fog.mp3", new byte[1200])) {
            write(FOG, episode("Fog", host.url("/fog.mp3"), "1300", "\"0:20\""));
            write("_episodes/2026-03-09-rain.md", episode("Rain", host.url("/rain.mp3"), "1200", "\"0:20\""));
            Path site = write("site.yml", "enclosureProbe: hold\n");

            assertThat(run(folder.toString())).isZero();
            assertThat(run(folder.toString(), "--probe")).isZero();
            assertThat(output())
                    .contains(FOG + ":4:1 warning enclosure.length-differs The audio has 1200 bytes")
                    .contains(
                            "rain.md:4:1 warning enclosure.unreachable The audio is not there: 127.0.0.1 answered 404");
            assertThat(run(folder.toString(), "--site", site.toString())).isEqualTo(1);
        }
    }

    @Test
    void writesLengthAndDurationOfTheAudioAndNoOtherByte() throws IOException {
        byte[] audio = new byte[417 * 2_300];
        for (int at = 0; at < audio.length; at += 417) {
            ByteBuffer.wrap(audio).putInt(at, 0xFFFB9000);
        }
        try (AudioHost host = new AudioHost().with("/fog.mp3", audio)) {
            String document = "\uFEFF"
                    + episode("Fog", host.url("/fog.mp3"), "\"1300\" # bytes", "0:20")
                            .replace("\n", "\r\n");
            write(FOG, document);
            String url = host.url("/fog.mp3");
            String bare = "---\ntitle: Rain\ndate: 2026-03-09\nfile: %s\n---\nMore — rain. \n".formatted(url);
            write("_episodes/2026-03-09-rain.md", bare);
            write("_episodes/2026-03-16-hail.md", episode("Hail", host.url("/hail.mp3"), "1", "\"0:20\""));

            run(folder.toString(), "--fix");

            assertThat(Files.readString(folder.resolve(FOG)))
                    .isEqualTo(document.replace("\"1300\"", "\"959100\"").replace("duration: 0:20", "duration: 01:00"));
            assertThat(Files.readString(folder.resolve("_episodes/2026-03-09-rain.md")))
                    .isEqualTo(bare.replace(
                            "file: " + url + "\n", "file: " + url + "\nlength: 959100\nduration: \"01:00\"\n"));
            assertThat(output())
                    .contains(FOG + ": length: 959100 (was 1300) written")
                    .contains(FOG + ": duration: 01:00 (was 0:20) written")
                    .contains("_episodes/2026-03-16-hail.md: length: ? (was 1) not written: 127.0.0.1 answered 404");
            assertThat(host.sentBytes()).isLessThan(300_000);
        }
    }

    @Test
    void takesNoErrorPageForTheAudio() throws IOException {
        try (AudioHost host =
                new AudioHost().with("/fog.mp3", new byte[512]).as("/fog.mp3", "text/html; charset=utf-8")) {
            String document = episode("Fog", host.url("/fog.mp3"), "1200", "\"0:20\"");
            write(FOG, document);

            assertThat(run(folder.toString(), "--fix")).isZero();
            assertThat(run(folder.toString(), "--fix", "--strict")).isEqualTo(1);
            assertThat(Files.readString(folder.resolve(FOG))).isEqualTo(document);
            assertThat(output())
                    .contains(FOG
                            + ": length: ? (was 1200) not written: what is at the address is text/html and no audio");
        }
    }

    @Test
    void saysWhereTheServerTellsNoLength() throws IOException {
        try (AudioHost host = new AudioHost().with("/fog.mp3", new byte[512]).withoutLengths()) {
            String document = episode("Fog", host.url("/fog.mp3"), "1200", "\"0:20\"");
            write(FOG, document);

            assertThat(run(folder.toString(), "--fix", "--strict")).isEqualTo(1);
            assertThat(Files.readString(folder.resolve(FOG))).isEqualTo(document);
            assertThat(output()).contains(FOG + ": length: ? (was 1200) not written: 127.0.0.1 does not say how large");
        }
    }

    @Test
    void writesIntoFrontMatterOfEveryFormAndUnderTheSitesOwnKeys() throws IOException {
        try (AudioHost host = new AudioHost().with("/fog.mp3", new byte[1200])) {
            String url = host.url("/fog.mp3");
            String toml = "+++\ntitle = \"Fog\" # the first\ndate = 2026-03-02\nfile = \"%s\"\nbytes = 7\n+++\nFog.\n"
                    .formatted(url);
            String json =
                    "{\n  \"title\": \"Rain\",\n  \"date\": \"2026-03-09\",\n  \"file\": \"%s\",\n  \"bytes\": 7\n}\nRain.\n"
                            .formatted(url);
            Files.delete(folder.resolve("_config.yml"));
            write("hugo.toml", "baseURL = \"https://harbour.example/\"\n");
            write(".commitcast.yml", "fields:\n  length: bytes\n");
            write("content/episodes/fog.md", toml);
            write("content/episodes/rain.md", json);

            run(folder.toString(), "--fix");

            assertThat(Files.readString(folder.resolve("content/episodes/fog.md")))
                    .isEqualTo(toml.replace("bytes = 7", "bytes = 1200"));
            assertThat(Files.readString(folder.resolve("content/episodes/rain.md")))
                    .isEqualTo(json.replace("\"bytes\": 7", "\"bytes\": 1200"));
        }
    }

    @Test
    void leavesWhatItCannotEditSafelyToAPerson() throws IOException {
        try (AudioHost host = new AudioHost().with("/fog.mp3", new byte[1200])) {
            String nested = "---\ntitle: Fog\ndate: 2026-03-02\nenclosure:\n  url: %s\n  length: 7\nduration: 20\n---\n"
                    .formatted(host.url("/fog.mp3"));
            write(FOG, nested);

            run(folder.toString(), "--fix");

            assertThat(Files.readString(folder.resolve(FOG))).isEqualTo(nested);
            assertThat(output()).contains("length: 1200 not written: The document says it in another place as well");
        }
    }

    private int run(String... words) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        var err = new PrintStream(complained, true, StandardCharsets.UTF_8);
        return new Check(out, err, AddressPolicy.allowing("loopback")).run(List.of(words));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
