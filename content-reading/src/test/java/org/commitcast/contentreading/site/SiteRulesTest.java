package org.commitcast.contentreading.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commitcast.contentreading.SampleSite.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.commitcast.contentevents.DiscussionDefinition;
import org.commitcast.contentevents.PodcastDefinition;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.limit.ReadingLimits;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.yaml.YamlMap;
import org.junit.jupiter.api.Test;

class SiteRulesTest {

    private static SharedInputs inputs(SiteSettings definition, String config, String siteFile, String... earlier) {
        var files = Map.of("_config.yml", config, SharedInputs.SITE_FILE, siteFile);
        return SharedInputs.read(
                definition,
                () -> files.keySet().stream(),
                path -> Optional.ofNullable(files.get(path)).map(SiteRulesTest::bytes),
                path -> Stream.of(earlier)
                        .filter(text -> path.equals("_config.yml"))
                        .map(SiteRulesTest::bytes),
                ReadingLimits.USUAL);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void looksBackForAFewBrokenFilesOnly() {
        var files = new TreeMap<String, String>();
        files.put("hugo.toml", "baseURL = 'https://show.example/'");
        for (int i = 0; i < 500; i++) {
            files.put("content/" + i + "/_index.md", "---\ncascade: [\n---\n");
        }
        var walks = new AtomicInteger();

        SharedInputs.read(
                SiteSettings.none(),
                () -> files.keySet().stream(),
                path -> Optional.ofNullable(files.get(path)).map(SiteRulesTest::bytes),
                path -> {
                    walks.incrementAndGet();
                    return Stream.empty();
                },
                ReadingLimits.USUAL);

        assertThat(walks).hasValue(20);
    }

    @Test
    void takesEachValueFromTheFirstThatSaysIt() {
        var definition = SiteSettings.none().with(Setting.TITLE, "By definition");
        var rules = inputs(
                        definition,
                        """
                title: Config
                subtitle: Config
                url: https://a.example/
                baseurl: /blog
                author: {name: Ada, email: ada@a.example}
                lang: de
                """,
                        "subtitle: File\nlanguage: fr\n")
                .rules();

        assertThat(rules.effective(Setting.TITLE)).isEqualTo(new Effective<>("By definition", Origin.DEFINITION));
        assertThat(rules.effective(Setting.SUBTITLE)).isEqualTo(new Effective<>("File", Origin.REPOSITORY));
        assertThat(rules.effective(Setting.AUTHOR)).isEqualTo(new Effective<>("Ada", Origin.GENERATOR));
        assertThat(rules.effective(Setting.GUID_PATTERN)).isEqualTo(new Effective<>(":url", Origin.DEFAULT));
        assertThat(rules.siteUrl()).isEqualTo("https://a.example/blog");
        assertThat(rules.all()).hasSize(Setting.ALL.size()).containsKey("language");
    }

    @Test
    void letsNobodyWhoCanOnlyPushLiftTheSanitising() {
        var inputs = inputs(SiteSettings.none(), "", "htmlPolicy: as-is\nwebhook: https://a.example\ntitle: T\n");

        assertThat(inputs.rules().htmlPolicy()).isEqualTo(HtmlPolicy.SAFE);
        assertThat(inputs.rules().get(Setting.TITLE)).contains("T");
        assertThat(inputs.findings())
                .extracting(Finding::rule, Finding::line)
                .containsExactly(tuple("site-file.not-here", 1), tuple("site-file.setting", 2));
    }

    @Test
    void readsOnWithABrokenConfiguration() {
        var inputs = inputs(SiteSettings.none(), "title: a: b\n", "title: T\n");

        assertThat(inputs.findings()).extracting(Finding::rule).containsExactly("config.syntax");
        assertThat(inputs.rules().get(Setting.TITLE)).contains("T");
    }

    @Test
    void takesABrokenConfigurationAsItWasBeforeItBroke() {
        var inputs = inputs(SiteSettings.none(), "title: a: b\n", "", "title: [", "title: Last good", "title: Older");

        assertThat(inputs.findings()).extracting(Finding::rule).containsExactly("config.syntax");
        assertThat(inputs.rules().effective(Setting.TITLE)).isEqualTo(new Effective<>("Last good", Origin.GENERATOR));
    }

    @Test
    void readsADefinitionAndTellsAllThatIsWrongWithIt() {
        var reading = SiteSettings.read(Map.of(
                "htmlPolicy",
                "as-is",
                "enclosurePrefix",
                Map.of("url", "https://p.example/", "target", "encoded"),
                "paths",
                Map.of("episodes", "shows/**"),
                "fields",
                Map.of("enclosure", "sound"),
                "timezone",
                "Mars/Olympus",
                "nonsense",
                1));

        assertThat(reading.settings().get(Setting.HTML_POLICY)).contains(HtmlPolicy.AS_IS);
        assertThat(reading.settings()
                        .get(Setting.ENCLOSURE_PREFIX)
                        .orElseThrow()
                        .before("https://a.example/x"))
                .isEqualTo("https://p.example/https%3A%2F%2Fa.example%2Fx");
        assertThat(reading.settings().get(Setting.PATHS).orElseThrow().episode("shows/a/b.md"))
                .isTrue();
        assertThat(reading.settings().get(Setting.FIELDS).orElseThrow().of(Field.ENCLOSURE))
                .startsWith("sound")
                .contains("enclosure");
        assertThat(reading.problems())
                .extracting(SiteSettings.Problem::name)
                .containsExactlyInAnyOrder("timezone", "nonsense");
    }

    @Test
    void readsWhatPlayersAreToldOfTheShow() {
        var reading = SiteSettings.read(Map.of(
                "categories",
                List.of("Leisure > Hobbies", "Technology"),
                "podcast",
                Map.of(
                        "locked",
                        true,
                        "funding",
                        List.of(Map.of("url", "https://show.example/give", "text", "Give")),
                        "trailers",
                        List.of(Map.of(
                                "title", "Soon", "url", "https://a.example/t.mp3", "date", "2026-01-02T03:04:05Z")))));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.settings().get(Setting.CATEGORIES).orElseThrow().names())
                .containsExactly("Leisure > Hobbies", "Technology");
        var podcast = reading.settings().get(Setting.PODCAST).orElseThrow();
        assertThat(podcast.locked()).isTrue();
        assertThat(podcast.funding())
                .containsExactly(new PodcastDefinition.Funding(URI.create("https://show.example/give"), "Give"));
        assertThat(podcast.trailers().get(0).date()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void saysWhichPartOfTheShowIsWrong() {
        assertThat(podcastProblem(Map.of("funding", List.of(Map.of("url", "https://a.example/")))))
                .isEqualTo(new SiteSettings.Problem("podcast.funding[0].text", "It is missing."));
        assertThat(podcastProblem(Map.of("persons", List.of(Map.of("name", "A"), Map.of("name", "B", "rank", 1)))))
                .isEqualTo(new SiteSettings.Problem("podcast.persons[1].rank", "It is not known."));
        assertThat(podcastProblem(Map.of("trailers", List.of(Map.of("title", "A", "url", "x:y", "date", "soon")))))
                .isEqualTo(new SiteSettings.Problem("podcast.trailers[0].date", "It is not what it must be."));
        assertThat(podcastProblem(Map.of("license", Map.of("name", "ours", "url", "javascript:alert(1)"))))
                .extracting(SiteSettings.Problem::name)
                .isEqualTo("podcast.license");
        assertThat(podcastProblem(Map.of("type", "weekly")))
                .isEqualTo(new SiteSettings.Problem("podcast.type", "It must be episodic or serial."));
        assertThat(podcastProblem("all")).extracting(SiteSettings.Problem::name).isEqualTo("podcast");
    }

    private static SiteSettings.Problem podcastProblem(Object podcast) {
        var problems = SiteSettings.read(Map.of("podcast", podcast)).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    @Test
    void takesWhatIsDoneAboutDiscussionsFromTheRepositoryWhereTheDefinitionSaysNothing() {
        var inputs = inputs(
                SiteSettings.none(),
                "",
                """
                discussions:
                  policy: {hackernews: accept, digg: never}
                """);
        var good = inputs(
                SiteSettings.none(),
                "",
                """
                discussions:
                  policy: {hackernews: accept, reddit: propose}
                  submit: {reddit: harbours, lemmy: "harbours@lemmy.example"}
                """);

        assertThat(inputs.findings()).singleElement().satisfies(finding -> assertThat(finding.message())
                .contains("'discussions' is left out", "is no known platform: there are hackernews"));
        assertThat(good.findings()).isEmpty();
        assertThat(good.rules().effective(Setting.DISCUSSIONS))
                .isEqualTo(new Effective<>(
                        new DiscussionDefinition(
                                Map.of("hackernews", "accept", "reddit", "propose"),
                                Map.of("reddit", "harbours", "lemmy", "harbours@lemmy.example")),
                        Origin.REPOSITORY));
    }

    @Test
    void takesTheHostThatStaticHostingIsToldWhereNobodySaysMore() {
        var files = Map.of("CNAME", "show.example\n", "_config.yml", "title: T\n");
        var more = Map.of("CNAME", "show.example\n", "_config.yml", "url: https://a.example\n");

        assertThat(rules(SiteSettings.none(), files).effective(Setting.URL).origin())
                .isEqualTo(Origin.HOST);
        assertThat(rules(SiteSettings.none(), files).siteUrl()).isEqualTo("https://show.example");
        assertThat(rules(SiteSettings.none(), more).siteUrl()).isEqualTo("https://a.example");
        assertThat(site().with("CNAME", "show.example").reader().classify("CNAME"))
                .isEqualTo(InputKind.SHARED);
    }

    @Test
    void readsFieldsEitherWayRoundAndShowsThemOneWay() {
        var reading = SiteSettings.read(Map.of(
                "fields",
                Map.of("podcast_file", "enclosure", "length", "podcast_bytes"),
                "generator",
                "Hugo",
                "future",
                Map.of("episodes", false)));
        var rules = new SiteRules(
                Map.of(Origin.DEFINITION, reading.settings()),
                new Generators(Map.of(), Stream::empty)
                        .named("hugo", Stream::empty, path -> YamlMap.empty(Position.START)),
                ReadingLimits.USUAL);

        assertThat(reading.problems()).isEmpty();
        assertThat(rules.effective(Setting.FIELDS).shown())
                .isEqualTo(Map.of("enclosure", List.of("podcast_file"), "length", List.of("podcast_bytes")));
        assertThat(rules.effective(Setting.FUTURE).shown()).isEqualTo(Map.of("episodes", false));
        assertThat(rules.get(Setting.GENERATOR)).contains("hugo");
    }

    @Test
    void findsTheGeneratorByItsFilesUnlessTheSiteSaysIt() {
        assertThat(generator(SiteSettings.none(), Map.of("_config.yml", ""))).isEqualTo("jekyll");
        assertThat(generator(SiteSettings.none(), Map.of("_posts/2020-01-01-x.md", "")))
                .isEqualTo("jekyll");
        assertThat(generator(SiteSettings.none(), Map.of("hugo.yaml", ""))).isEqualTo("hugo");
        assertThat(generator(SiteSettings.none(), Map.of("config.toml", "baseURL = 'https://a.example'")))
                .isEqualTo("hugo");
        assertThat(generator(SiteSettings.none(), Map.of("config.toml", "", "content/x.md", "")))
                .isEqualTo("hugo");
        assertThat(generator(SiteSettings.none(), Map.of("config.toml", "base_url = 'https://a.example'")))
                .isEqualTo("zola");
        assertThat(generator(SiteSettings.none(), Map.of("config.json", "{}", "x.md", "")))
                .isEqualTo("markdown");
        assertThat(generator(SiteSettings.none(), Map.of("x.md", ""))).isEqualTo("markdown");
        assertThat(generator(SiteSettings.none().with(Setting.GENERATOR, "zola"), Map.of("_config.yml", "")))
                .isEqualTo("zola");
        assertThat(generator(SiteSettings.none(), Map.of(".commitcast.yml", "generator: hugo", "_config.yml", "")))
                .isEqualTo("hugo");
    }

    private static String generator(SiteSettings definition, Map<String, String> files) {
        return rules(definition, files).get(Setting.GENERATOR).orElseThrow();
    }

    private static SiteRules rules(SiteSettings definition, Map<String, String> files) {
        return SharedInputs.read(
                        definition,
                        () -> files.keySet().stream(),
                        path -> Optional.ofNullable(files.get(path)).map(SiteRulesTest::bytes),
                        path -> Stream.empty(),
                        ReadingLimits.USUAL)
                .rules();
    }
}
