package org.commitcast.contentreading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.limit.ReadingLimits;
import org.commitcast.contentreading.markdown.GoldmarkSettings;
import org.commitcast.contentreading.markdown.MarkdownRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were written to do harm: a finding or harmless content, and the file beside them is read as ever. */
class AttacksTest {

    private static final String HEAD = "---\ntitle: X\n---\n";
    private static final String BAD = "_posts/2020-01-01-bad.md";
    private static final String GOOD = "_posts/2020-01-02-good.md";

    /** Reads on a stack a quarter of the usual one: nothing may recurse as deeply as its input nests. */
    private static Reading onASmallStack(SampleSite site, String path) throws InterruptedException {
        var reading = new AtomicReference<@Nullable Reading>();
        var thread = new Thread(null, () -> reading.set(site.read(path)), "small", 256 * 1024);
        thread.start();
        thread.join();
        return Objects.requireNonNull(reading.get(), "the reading did not come to an end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: X\ndate: 2020-01-02\nguid: \"a\\0\"\n\"k\\0\": 1\n\"k\\0\": 2\nfile: \"https://a.example/\\0x.mp3\"\n---\n",
                "{\"title\": \"X\", \"date\": \"2020-01-02\", \"guid\": \"a\\u0000\", \"file\": \"https://a.example/\\ud800x.mp3\", \"k\\u0000\": 1, \"k\": 2}\n\n",
                "+++\ntitle = \"X\"\ndate = \"2020-01-02\"\nguid = \"a\\u0000\"\nfile = \"https://a.example/\\u0001x.mp3\"\n+++\n"
            })
    void leavesOutCharactersThatNoDatabaseHoldsThoughTheyAreEscaped(String head) throws InterruptedException {
        var page = "content/posts/good.md";
        var site = new SampleSite()
                .with("hugo.toml", "baseURL = 'https://a.example/'\n")
                .with(page, head + "Text\n");

        var reading = onASmallStack(site, page);

        assertThat(reading.document().orElseThrow().address().guid()).isEqualTo("a");
        assertThat(Objects.requireNonNull(
                                reading.document().orElseThrow().media().enclosure())
                        .url())
                .isEqualTo("https://a.example/x.mp3");
        assertThat(reading.findings()).extracting(Finding::rule).contains("front-matter.control-character");
        assertThat(reading.toString()).doesNotContain("\0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">",
                "> ",
                "- ",
                "1. ",
                "[",
                "![",
                "](",
                "*a ",
                "**a ",
                "_a ",
                "~~",
                "<div>",
                "<b>",
                "<div markdown=\"1\">",
                "`",
                "{:",
                "{: .a}",
                "{{",
                "{%",
                "{{<",
                "{% raw %}",
                "[^a]",
                ": a\n",
                "| ",
                "$$",
                "\"",
                "'",
                "<<",
                "&amp;",
                "\\",
                "[@1:",
                "<!--",
                "<![CDATA[",
                "</div>",
                "{::comment}",
                "*[a]: b\n",
                "#",
                "\n\n    ",
                "http://a.",
                "a@b.",
                "www."
            })
    void whateverIsRepeatedTenThousandTimesComesToAnEnd(String piece) throws InterruptedException {
        for (var body : List.of(piece.repeat(10_000) + "x", piece.repeat(3_000) + "\n\n" + "x\n".repeat(100))) {
            var site = SampleSite.site()
                    .with(BAD, HEAD + body)
                    .with("transcripts/1.md", piece.repeat(2_000))
                    .with("transcripts/1.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n" + piece.repeat(2_000))
                    .with(GOOD, HEAD + "good");

            var reading = onASmallStack(site, BAD);
            assertThat(reading.isHeld() || reading.document().isPresent()).isTrue();
            onASmallStack(site, "transcripts/1.md");
            onASmallStack(site, "transcripts/1.vtt");
            assertThat(site.document(GOOD).html()).isEqualTo("<p>good</p>\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "[", "*a ", "**a **", "\"", "'", "--", "<b>", "`", "www.a.b/", "a@b.cd "})
    void goldmarkComesToAnEndAsWell(String piece) throws InterruptedException {
        var markdown = MarkdownRenderer.goldmark(GoldmarkSettings.USUAL);
        var done = new AtomicReference<@Nullable Object>();
        var thread = new Thread(null, () -> done.set(markdown.render(piece.repeat(10_000) + "x")), "small", 256 * 1024);
        thread.start();
        thread.join();
        assertThat(done.get()).isNotNull();
    }

    static Stream<String> longTexts() {
        var repeated = Stream.of(
                        "- ", "* ", "> ", "[", "[](", "*a ", "a*", "`", "<", "<a ", "!", "&", "{:", "{{ ", "{% ", ":a:")
                .map(piece -> piece.repeat(200_000 / piece.length()));
        var written = Stream.of(
                "\"".repeat(200_000),
                "'".repeat(200_000),
                "a".repeat(200_000),
                "|---".repeat(50_000),
                "|a|b|\n|-|-|\n" + "|a\n".repeat(66_000),
                "|a\n".repeat(9_900),
                "a <".repeat(700) + "a ".repeat(99_000),
                "[^a\n\n".repeat(40_000),
                "[^1] ".repeat(20_000) + "\n\n[^1]: a\n",
                "*a **b ".repeat(14_000) + "c** d*".repeat(14_000),
                "![".repeat(25_000) + "a" + "](b)".repeat(25_000),
                "https://a.example/" + ")".repeat(200_000),
                "<img srcset=\"" + ",".repeat(200_000) + "\">",
                "<img srcset=\"a" + ",".repeat(200_000) + "x, b\">",
                IntStream.range(0, 440).mapToObj(i -> "  ".repeat(i) + "- a\n").collect(Collectors.joining()),
                IntStream.range(0, 20_000).mapToObj(i -> "[a" + i + "]: b\n").collect(Collectors.joining()));
        return Stream.concat(repeated, written);
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void readsThirtyThousandCharactersInTwoSecondsWhateverTheyAre(String text) throws InterruptedException {
        isReadInTwoSeconds(text.substring(0, Math.min(text.length(), 30_000)));
    }

    /** What took minutes before there was a limit takes well below a second now; the rest is for slow machines. */
    @Tag("proof")
    @ParameterizedTest
    @MethodSource("longTexts")
    void readsTwoHundredThousandCharactersInTwoSecondsWhateverTheyAre(String text) throws InterruptedException {
        isReadInTwoSeconds(text);
    }

    private static void isReadInTwoSeconds(String text) throws InterruptedException {
        for (var config : List.of("_config.yml", "hugo.toml")) {
            var page = config.equals("hugo.toml") ? "content/posts/bad.md" : BAD;
            var site = new SampleSite().with(config, "").with(page, "---\ntitle: X\ndate: 2020-01-01\n---\n" + text);
            var spent = new AtomicReference<@Nullable Duration>();
            var thread = new Thread(null, () -> spent.set(processorTime(() -> site.read(page))), "long", 512 * 1024);
            thread.setDaemon(true);
            thread.start();
            thread.join(60_000);

            assertThat(spent.get()).as(config).isNotNull().isLessThan(Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", "-", "[", "{", "\"", "'", "#a: b\n", "&a ", "- ", "? "})
    void readsSixtyThousandCharactersOfFrontMatterInTwoSecondsWhateverTheyAre(String piece) {
        var filling = piece.repeat(60_000 / piece.length());
        for (var text : List.of("---\na: " + filling + "x\n---\n", "---\na:\tb\n" + filling + "x\n---\n")) {
            var start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            SampleSite.site().with(BAD, text).read(BAD);

            assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
                    .isLessThan(Duration.ofSeconds(2).toNanos());
        }
    }

    private static Duration processorTime(Runnable work) {
        work.run();
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    @Test
    void refusesAFileOfFiftyMegabytesUnread() {
        var reading = SampleSite.site().with(BAD, "x".repeat(50 * 1024 * 1024)).read(BAD);

        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("content.too-large");
    }

    @Test
    void readsAsMuchAsTheDeploymentLetsAndNamesTheSettingThatRefuses() {
        var limits = new ReadingLimits(4096, 1024);
        var large = new SampleSite().with(BAD, HEAD + "x".repeat(5_000));
        var longHead = new SampleSite().with(BAD, "---\ntitle: \"" + "x".repeat(2_000) + "\"\n---\n");
        var small = new SampleSite().with(BAD, HEAD + "x".repeat(4_000));

        assertThat(large.limited(limits).read(BAD).findings())
                .extracting(Finding::message)
                .containsExactly(
                        "The file is larger than 4 KiB (commitcast.content.max-document-bytes); make it smaller.");
        assertThat(longHead.limited(limits).read(BAD).findings())
                .extracting(Finding::message)
                .containsExactly("More YAML than 1 KiB (commitcast.content.max-front-matter-bytes); move text into the"
                        + " body.");
        assertThat(small.limited(limits).read(BAD).findings()).isEmpty();
        assertThat(longHead.limited(ReadingLimits.LARGEST).read(BAD).isHeld()).isFalse();
    }

    @Test
    void noDeploymentLetsFilesBeAsLargeAsTheyLike() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReadingLimits(64 * 1024 * 1024, 1024))
                .withMessageContaining("commitcast.content.max-document-bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReadingLimits(1024, 2 * 1024 * 1024))
                .withMessageContaining("commitcast.content.max-front-matter-bytes");
    }

    @Test
    void refusesWhatWouldGrowWhileItIsRead() {
        var bomb = new StringBuilder("---\na0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [%s*a%d]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(8), i - 1));
        }
        var site = SampleSite.site()
                .with(BAD, bomb + "---\n")
                .with("_posts/2020-01-03-self.md", "---\na: &a [*a]\n---\n")
                .with("_posts/2020-01-04-deep.md", "---\na: " + "[".repeat(5_000) + "\n---\n")
                .with(GOOD, HEAD + "good");

        assertThat(site.read(BAD).findings()).extracting(Finding::rule).containsExactly("front-matter.aliases");
        assertThat(site.read("_posts/2020-01-03-self.md").isHeld()).isTrue();
        assertThat(site.read("_posts/2020-01-04-deep.md").isHeld()).isTrue();
        assertThat(site.document(GOOD).about().title()).isEqualTo("X");
    }

    @Property(tries = 300)
    void nothingInTheOutputCanRun(@ForAll("disguises") String address, @ForAll("places") String place) {
        var html = SampleSite.jekyll("url: https://a.example\n")
                .with(BAD, HEAD + place.replace("ADDRESS", address))
                .document(BAD)
                .html();

        for (var element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
            assertThat(isHarmless(element)).as(html).isTrue();
        }
    }

    private static boolean isHarmless(Element element) {
        var known = List.of(
                        "script", "style", "iframe", "object", "embed", "form", "svg", "math", "base", "link", "meta")
                .contains(element.normalName());
        return !known
                && element.attributes().asList().stream().noneMatch(attribute -> {
                    var value = attribute
                            .getValue()
                            .replaceAll("[\\x00-\\x20\\x7F]", "")
                            .toLowerCase(Locale.ROOT);
                    return attribute.getKey().startsWith("on")
                            || attribute.getKey().equals("style")
                            || value.matches("(?:javascript|vbscript|data|file|blob):.*");
                });
    }

    @Provide
    Arbitrary<String> disguises() {
        var scheme = Arbitraries.of(
                "javascript:",
                "JaVaScRiPt:",
                "java\tscript:",
                "java\nscript:",
                "java&#x09;script:",
                "&#106;avascript:",
                "&#x6A&#x61;vascript:",
                "javascript&colon;",
                " javascript:",
                "\u0001javascript:",
                "java\u0000script:",
                "vbscript:",
                "data:text/html,",
                "data:text/html;base64,",
                "file:///",
                "//a.example/",
                "javascript\\:",
                "feed:javascript:",
                "&Tab;javascript:",
                "java&NewLine;script:",
                "%6Aavascript:",
                "blob:");
        var rest = Arbitraries.of("alert(1)", "//%0aalert(1)", "x\" onerror=\"alert(1)", "x' onload='alert(1)", "x>y");
        return Combinators.combine(scheme, rest).as(String::concat);
    }

    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of(
                "[a](ADDRESS)",
                "[a](<ADDRESS>)",
                "![a](ADDRESS)",
                "<ADDRESS>",
                "[a][b]\n\n[b]: ADDRESS",
                "<a href=\"ADDRESS\">a</a>",
                "<a href='ADDRESS'>a</a>",
                "<a href=ADDRESS>a</a>",
                "<img src=\"ADDRESS\" srcset=\"ADDRESS 2x\" onerror=alert(1)>",
                "<iframe src=\"ADDRESS\"></iframe>",
                "<object data=\"ADDRESS\"></object>",
                "<embed src=\"ADDRESS\">",
                "<video poster=\"ADDRESS\" src=\"ADDRESS\"></video>",
                "<form action=\"ADDRESS\"><button formaction=\"ADDRESS\">a</button></form>",
                "<svg><a xlink:href=\"ADDRESS\"><text>a</text></a><script>alert(1)</script></svg>",
                "<math><mi xlink:href=\"ADDRESS\">a</mi></math>",
                "<p style=\"background:url(ADDRESS)\">a</p>",
                "<base href=\"ADDRESS\">",
                "<meta http-equiv=refresh content=\"0;url=ADDRESS\">",
                "<link rel=stylesheet href=\"ADDRESS\">",
                "<blockquote cite=\"ADDRESS\">a</blockquote>",
                "[a](/x){: onclick=\"alert(1)\" style=\"ADDRESS\" href=\"ADDRESS\"}",
                "{% include youtube.html id=\"ADDRESS\" %}",
                "{{ \"ADDRESS\" }}",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<style><img src=\"</style><img src=x onerror=alert(1)>\"></style>",
                "<textarea><script>alert(1)</script></textarea>",
                "<div markdown=\"1\" onclick=\"alert(1)\">[a](ADDRESS)</div>",
                "*[a]: x\" onclick=\"alert(1)\n\na");
    }

    @Test
    void keepsLinksOnTheirOwnHostWhateverTheirPathSays() {
        var html = SampleSite.jekyll("url: https://a.example/blog\n")
                .with(BAD, HEAD + "[a](../../../../etc/passwd) [b](/../x) [c](..//..//evil.example/) ![d](./././e.png)")
                .document(BAD)
                .html();

        assertThat(Jsoup.parseBodyFragment(html).select("[href], [src]").stream()
                        .map(element -> element.hasAttr("href") ? element.attr("href") : element.attr("src")))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address).startsWith("https://a.example/"));
    }
}
