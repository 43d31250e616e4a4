package org.commitcast.commandline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {
    private static final Clock MARCH = Clock.fixed(Instant.parse("2026-03-20T12:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    FeedTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void hasAShow() throws IOException {
        write(
                "show/_config.yml",
                """
                title: Harbour radio
                description: What the harbour says.
                url: https://harbour.example
                author: Harbour
                collections:
                  episodes:
                    output: true
                    permalink: /episode/:title/
                """);
        write("show/_episodes/2026-03-02-fog.md", episode("Fog", "2026-03-02", "fog"));
        write("show/_episodes/2026-03-09-rain.md", episode("Rain", "2026-03-09", "rain"));
        write(
                "site.json",
                """
                {"owner": {"name": "Harbour", "email": "show@harbour.example"}, "webhook": {"secret": "not of use here"},
                 "guidPattern": "harbour/:title", "category": "Leisure",
                 "feeds": {"podcast": {"publicUrl": "https://harbour.example/podcast.rss"}}}
                """);
    }

    private static String episode(String title, String date, String audio) {
        return """
                ---
                title: %s
                date: %sT06:00:00Z
                file: https://audio.example/%s.mp3
                length: 1200
                duration: "0:20"
                ---
                Pilots and *%s*.
                """
                .formatted(title, date, audio, title);
    }

    @Test
    void writesTheFeedThatTheServicesWouldServe() throws IOException {
        assertThat(run("--settings", path("site.json"))).as(complaints()).isZero();

        assertThat(output())
                .contains("<guid isPermaLink=\"false\">harbour/fog</guid>", "<itunes:email>show@harbour.example")
                .contains("href=\"https://harbour.example/podcast.rss\" rel=\"self\"")
                .containsSubsequence("<title>Rain</title>", "<title>Fog</title>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "pageSize"})
    void leavesOutWhatThoseWhoSubscribeDoNotGet(String setting) throws IOException {
        write("newest.json", "{\"feeds\": {\"podcast\": {\"%s\": 1}}}".formatted(setting));

        assertThat(run("--settings", path("newest.json"))).as(complaints()).isZero();

        assertThat(output()).contains("<title>Rain</title>").doesNotContain("<title>Fog</title>");
    }

    @Test
    void findsNothingDifferentInItsOwnFeed() throws IOException {
        run("--settings", path("site.json"), "--output", path("live.rss"));

        assertThat(run("--settings", path("site.json"), "--compare", path("live.rss")))
                .isZero();
        assertThat(output()).isEqualTo("2 of 2 guids equal, nothing differs\n");
    }

    @Test
    void saysWhatDiffersFromALiveFeed() throws IOException {
        run("--settings", path("site.json"), "--output", path("live.rss"));
        String live = Files.readString(folder.resolve("live.rss"));
        write("live.rss", live.replace("Fog&lt;/em", "Mist&lt;/em").replace("<title>Rain", "<title>Hail"));

        int code = run("--settings", path("site.json"), "--compare", path("live.rss"), "--feed", "podcast");

        assertThat(code).isEqualTo(1);
        assertThat(output())
                .startsWith("2 of 2 guids equal, 1 title differs, 1 content differs\n")
                .contains("harbour/rain Hail\n  title\n    there Hail\n    here  Rain\n")
                .contains("there <p>Pilots and <em>Mist</em>.</p>");
    }

    @Test
    void saysItForPrograms() throws IOException {
        run("--settings", path("site.json"), "--output", path("live.rss"));
        write("show/_episodes/2026-03-16-snow.md", episode("Snow", "2026-03-16", "snow"));

        assertThat(run("--settings", path("site.json"), "--compare", path("live.rss"), "--json"))
                .isEqualTo(1);

        JsonNode difference = new ObjectMapper().readTree(output());
        assertThat(difference.at("/counts/equal").asInt()).isEqualTo(2);
        assertThat(difference.at("/onlyHere/0/guid").asText()).isEqualTo("harbour/snow");
        assertThat(difference.at("/summary").asText()).isEqualTo("2 of 3 guids equal, 1 item only here");
        assertThat(difference.at("/digest").asText()).hasSize(16);
    }

    @Test
    void takesOverTheGuidsOfAnAdoptedFeedAndSaysSo() throws IOException {
        run("--settings", path("site.json"), "--output", path("live.rss"));
        String live = Files.readString(folder.resolve("live.rss"));
        write("live.rss", live.replace(">harbour/fog<", ">an old one<"));

        assertThat(run("--settings", path("site.json"), "--compare", path("live.rss")))
                .isEqualTo(1);
        assertThat(output()).contains("--adopt");
        assertThat(run("--settings", path("site.json"), "--compare", path("live.rss"), "--adopt", path("live.rss")))
                .isZero();
        assertThat(complaints()).contains("1 guid is that of the adopted feed and not that of the site's rules");
    }

    @Test
    void readsALiveFeedOnThisMachineWhenItIsTyped() throws IOException {
        run("--settings", path("site.json"), "--output", path("live.rss"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/podcast.rss", exchange -> {
            byte[] feed = Files.readAllBytes(folder.resolve("live.rss"));
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
            exchange.close();
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            assertThat(run("--settings", path("site.json"), "--compare", base + "/podcast.rss"))
                    .as(complaints())
                    .isZero();
            assertThat(run("--settings", path("site.json"), "--compare", base + "/nowhere.rss"))
                    .isEqualTo(2);
            assertThat(complaints()).contains("it answered 404");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void namesWhatIsLeftOut() throws IOException {
        write("show/_episodes/2026-03-16-snow.md", episode("Snow", "9999-99-99", "snow"));

        assertThat(run()).isZero();

        assertThat(complaints()).contains("left out: _episodes/2026-03-16-snow.md:3:1 date.invalid");
        assertThat(output()).doesNotContain("Snow");
    }

    @Test
    void refusesWhatItCannotUnderstand() throws IOException {
        write("bad.json", "{\"feeds\": {\"podcast\": {\"limit\": \"all\"}}}");

        assertThat(run("--settings", path("bad.json"))).isEqualTo(2);
        assertThat(run("--format", "html")).isEqualTo(2);
        assertThat(run("--feed", "sailing")).isEqualTo(2);
        assertThat(run("--json")).isEqualTo(2);
        assertThat(run("--compare", path("site.json"))).isEqualTo(2);

        assertThat(complaints())
                .contains("feeds.podcast.limit must be a number above 0")
                .contains("The format is rss, atom or json.")
                .contains("The site has no feed sailing: it has podcast, blog.")
                .contains("is JSON, but no JSON Feed");
    }

    private int run(String... words) {
        printed.reset();
        List<String> all = new ArrayList<>(List.of(path("show")));
        all.addAll(List.of(words));
        return new Feed(stream(printed), stream(complained), "", MARCH).run(all);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String complaints() {
        return complained.toString(StandardCharsets.UTF_8);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
