package org.commitcast.contentreading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commitcast.contentreading.SampleSite.jekyll;
import static org.commitcast.contentreading.SampleSite.site;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.Chapter;
import org.commitcast.contentevents.Cue;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.site.EnclosurePrefix;
import org.commitcast.contentreading.site.Field;
import org.commitcast.contentreading.site.FieldKeys;
import org.commitcast.contentreading.site.HtmlPolicy;
import org.commitcast.contentreading.site.Setting;
import org.junit.jupiter.api.Test;

class ReadsTheShapesFoundInTheWildTest {

    private static final String CONFIG =
            """
            title: Night Train
            url: https://night.example
            collections:
              episodes:
                output: true
                permalink: /episode/:title/
            """;

    private static final String EPISODE =
            """
            ---
            title: "Sleeping cars: what's left"
            date: 2021-03-04T18:00:00+01:00
            file: https://audio.example/night/012-sleeping-cars.mp3
            duration: "01:02:25" #audio length
            length: "44940667" #filesize in byte
            slug: "012-sleeping-cars"
            reddit: https://www.reddit.com/r/trains/comments/abc/sleeping_cars/

            # keep guid after change
            guid: "night//episode/012-sleeping-cars/"
            ---

            [Ada](https://ada.example){:target="_blank"} rides -- and "sleeps" -- in trains...

            ### Timestamps & more

            * [@00:00] - Hello
            * [@01:16] - [Couchettes](https://beds.example/) today
            * [@1:00:05] What's next?
            """;

    @Test
    void joinsATranscriptByTheKeyThatTheSiteSays() {
        var keys = new FieldKeys(Map.of(Field.TRANSCRIPT_OF, List.of("of")));
        var transcript = jekyll("")
                .with(Setting.FIELDS, keys)
                .with("transcripts/a.md", "---\nof: trains\nepisode: boats\n---\n0:00 Hello.\n")
                .read("transcripts/a.md")
                .transcript();

        assertThat(transcript.orElseThrow().key().episodePath()).isEqualTo("trains");
    }

    @Test
    void readsAnEpisodeWithAllItsFields() {
        var episode = jekyll(CONFIG)
                .with(Setting.HTML_POLICY, HtmlPolicy.AS_IS)
                .with(Setting.GUID_PATTERN, "night/episode/:title/")
                .with("_episodes/talks/2021-03-04-sleeping-cars.md", EPISODE)
                .document("_episodes/talks/2021-03-04-sleeping-cars.md");

        assertThat(episode.kind()).isEqualTo(Kind.EPISODE);
        assertThat(episode.about().title()).isEqualTo("Sleeping cars: what's left");
        assertThat(episode.release().date()).isEqualTo(Instant.parse("2021-03-04T17:00:00Z"));
        assertThat(episode.address().url()).isEqualTo("https://night.example/episode/012-sleeping-cars/");
        assertThat(episode.address().guid()).isEqualTo("night//episode/012-sleeping-cars/");
        assertThat(episode.address().computedGuid()).isEqualTo("night/episode/012-sleeping-cars/");
        assertThat(episode.media().enclosure())
                .isEqualTo(new Enclosure(
                        "https://audio.example/night/012-sleeping-cars.mp3", 44940667L, "audio/mpeg", 3745L));
        assertThat(episode.media().chapters())
                .containsExactly(
                        new Chapter(0, "Hello", null),
                        new Chapter(76, "Couchettes today", "https://beds.example/"),
                        new Chapter(3605, "What’s next?", null));
        assertThat(episode.discussions().links())
                .isEqualTo(Map.of("reddit", "https://www.reddit.com/r/trains/comments/abc/sleeping_cars/"));
        assertThat(episode.about().summary())
                .isEqualTo("<p><a href=\"https://ada.example\" target=\"_blank\">Ada</a> rides – and “sleeps” – in"
                        + " trains…</p>");
        assertThat(episode.html()).contains("<h3 id=\"timestamps--more\">Timestamps &amp; more</h3>");
        assertThat(episode.frontMatter().asJson()).containsEntry("length", "44940667");
        assertThat(episode.frontMatter().position("reddit").orElseThrow().line())
                .isEqualTo(8);
    }

    @Test
    void readsACommentedKeyAsPendingLink() {
        var episode = site().with(
                        "_episodes/2023-01-27-x.md",
                        """
                        ---
                        title: X
                        date: 2023-01-27T16:54:00Z
                        file: https://audio.example/x.mp3
                        length: 7
                        #reddit: (leave blank on initial publish)
                        ---
                        Text
                        """)
                .document("_episodes/2023-01-27-x.md");

        assertThat(episode.discussions().pending()).containsExactly("reddit");
        assertThat(episode.discussions().links()).isEmpty();
    }

    @Test
    void readsAPostWithDateWithoutSecondsAndZone() {
        var post = jekyll("url: https://blog.example\ntimezone: Europe/Berlin\n")
                .with(
                        "_posts/blog/2018-07-25-how-to-write.markdown",
                        """
                        ---
                        title: "How to write"
                        layout: post
                        date: 2018-07-25 16:00
                        tag:
                        - python
                        - rust
                        description: "A talk"
                        ---

                        ## A heading ##

                        <iframe width="840" src="//slides.example/embed"></iframe>
                        """)
                .document("_posts/blog/2018-07-25-how-to-write.markdown");

        assertThat(post.kind()).isEqualTo(Kind.POST);
        assertThat(post.release().date()).isEqualTo(Instant.parse("2018-07-25T14:00:00Z"));
        assertThat(post.about().tags()).containsExactly("python", "rust");
        assertThat(post.about().description()).isEqualTo("A talk");
        assertThat(post.address().url()).isEqualTo("https://blog.example/2018/07/25/how-to-write.html");
        assertThat(post.html())
                .contains("<a href=\"https://slides.example/embed\">")
                .doesNotContain("iframe");
    }

    @Test
    void readsATimedTranscriptWithHardSpaces() {
        var reading = site().with(
                        "transcripts/013_trains.txt",
                        """
                        Welcome to show #13

                        [music]

                        0:38\u00A0 Hello there.

                        We meet at 10:30 today.
                        \u00A0
                        1:02:07\u00A0 Bye.
                        """)
                .read("transcripts/013_trains.txt");

        var transcript = reading.transcript().orElseThrow();
        assertThat(transcript.cues())
                .containsExactly(
                        new Cue(0, 38_000L, null, "Welcome to show #13\n\n[music]"),
                        new Cue(38_000, 3_727_000L, null, "Hello there.\n\nWe meet at 10:30 today."),
                        new Cue(3_727_000, null, null, "Bye."));
        assertThat(transcript.key().match("_episodes/2015-05-29-13-trains.md", 13))
                .isEqualTo(1);
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void readsSpeakersOfAMarkdownTranscriptAndItsEpisode() {
        var transcript = jekyll("collections:\n  transcripts:\n    output: true\n")
                .with(
                        "_transcripts/talks/2021-03-04-x.md",
                        """
                        ---
                        episode: _episodes/talks/2021-03-04-x.md
                        ---

                        {%- include util.html -%}
                        [episode]: {{episode.url}}

                        __Ada Byron__: Hello,
                        it's [me][episode].

                        Second *paragraph*.

                        **Bob:** Hi!
                        """)
                .read("_transcripts/talks/2021-03-04-x.md")
                .transcript()
                .orElseThrow();

        assertThat(transcript.key().episodePath()).isEqualTo("_episodes/talks/2021-03-04-x.md");
        assertThat(transcript.cues())
                .extracting(Cue::speaker, Cue::text)
                .containsExactly(
                        tuple("Ada Byron", "Hello, it’s [me][episode].\n\nSecond paragraph."), tuple("Bob", "Hi!"));
    }

    @Test
    void takesAnEnclosureForAnEpisodeWhateverItsFolder() {
        var text = "---\ntitle: T\ndate: 2020-01-01\nmp3: /audio/t.mp3\nlength: 1\n---\nx";
        var site = site().with(Setting.URL, URI.create("https://t.example"))
                .with("shows/2020/t.md", text)
                .with("README.md", "# Read me");

        assertThat(site.document("shows/2020/t.md").kind()).isEqualTo(Kind.EPISODE);
        assertThat(site.document("shows/2020/t.md").media().enclosure())
                .extracting(Enclosure::url)
                .isEqualTo("https://t.example/audio/t.mp3");
        assertThat(site.read("README.md").document()).isEmpty();
        assertThat(site.read("README.md").findings()).isEmpty();
    }

    @Test
    void putsThePrefixBeforeTheEnclosure() {
        var text = "---\ntitle: T\ndate: 2020-01-01\nfile: https://a.example/t.mp3\nlength: 1\n---\nx";
        var episode = site().with(
                        Setting.ENCLOSURE_PREFIX,
                        new EnclosurePrefix("https://p.example/e", EnclosurePrefix.Target.WITHOUT_SCHEME))
                .with("_episodes/t.md", text)
                .document("_episodes/t.md");

        assertThat(episode.media().enclosure())
                .extracting(Enclosure::url)
                .isEqualTo("https://p.example/e/a.example/t.mp3");
    }

    @Test
    void namesLineAndColumnOfBrokenFrontMatterInTheFile() {
        var reading = site().with("_posts/2020-01-01-x.md", "---\ntitle: A: B\ndate: 2020-01-01\n---\n")
                .read("_posts/2020-01-01-x.md");

        assertThat(reading.document()).isEmpty();
        assertThat(reading.isHeld()).isTrue();
        assertThat(reading.findings())
                .extracting(Finding::rule, Finding::line, Finding::column)
                .containsExactly(tuple("front-matter.syntax", 2, 9));
    }

    @Test
    void holdsAnEpisodeWithoutAudio() {
        var reading = site().with("_episodes/x.md", "---\ntitle: X\ndate: 2020-01-01\nfile:\n---\n")
                .read("_episodes/x.md");

        assertThat(reading.isHeld()).isTrue();
        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("enclosure.missing");
    }

    @Test
    void tellsWhatAPathMayHold() {
        var reader = jekyll("exclude: [YYYY-MM-DD-template.md]\ncollections: {episodes: {output: true}}\n")
                .reader();

        assertThat(reader.classify("_config.yml")).isEqualTo(InputKind.SHARED);
        assertThat(reader.classify(".commitcast.yml")).isEqualTo(InputKind.SHARED);
        assertThat(reader.classify("_episodes/a/2020-01-01-x.md")).isEqualTo(InputKind.DOCUMENT);
        assertThat(reader.classify("en/news/_posts/2020-01-01-x.md")).isEqualTo(InputKind.DOCUMENT);
        assertThat(reader.classify("_posts/x.md")).isEqualTo(InputKind.MISNAMED);
        assertThat(reader.classify("_episodes/2020-01-01-x.txt")).isEqualTo(InputKind.MISNAMED);
        assertThat(reader.classify("_episodes/YYYY-MM-DD-template.md")).isEqualTo(InputKind.IGNORED);
        assertThat(reader.classify("_drafts/x.md")).isEqualTo(InputKind.DOCUMENT);
        assertThat(reader.classify("_drafts/x.txt")).isEqualTo(InputKind.IGNORED);
        assertThat(reader.classify("assets/site.css")).isEqualTo(InputKind.IGNORED);
        assertThat(reader.classify("transcripts/1.vtt")).isEqualTo(InputKind.TRANSCRIPT);
    }

    @Test
    void holdsBackPostsOfTheFutureButNotEpisodes() {
        var site = site().with("_posts/2030-01-01-x.md", "---\ntitle: X\n---\n")
                .with("_episodes/x.md", "---\ntitle: X\ndate: 2030-01-01\nmp3: https://a.example/x\nlength: 1\n---\n");
        var now = Instant.parse("2029-12-31T23:59:59Z");

        assertThat(site.document("_posts/2030-01-01-x.md").release().isOutAt(now))
                .isFalse();
        assertThat(site.document("_posts/2030-01-01-x.md").release().isOutAt(now.plusSeconds(1)))
                .isTrue();
        assertThat(site.document("_episodes/x.md").release().isOutAt(now)).isTrue();
    }

    @Test
    void leavesOutWhatIsNotPublished() {
        var site = site().with("_posts/2020-01-01-x.md", "---\ntitle: X\npublished: no\n---\n");

        assertThat(site.document("_posts/2020-01-01-x.md").release().published())
                .isFalse();
    }

    @Test
    void takesValuesFromTheSitesDefaults() {
        var site = jekyll(
                        """
                        url: https://d.example
                        defaults:
                          - scope: {path: "", type: posts}
                            values: {author: Everybody, lang: en}
                          - scope: {path: _posts/de, type: posts}
                            values: {lang: de}
                        """)
                .with("_posts/de/2020-01-01-x.md", "---\ntitle: X\n---\n");

        var about = site.document("_posts/de/2020-01-01-x.md").about();
        assertThat(about.language()).isEqualTo("de");
        assertThat(about.authors()).isEqualTo(List.of("Everybody"));
    }

    @Test
    void refusesTextThatCannotBeRenderedInBoundedTime() {
        var head = "---\ntitle: X\n---\n";
        var site = site().with("_posts/2020-01-01-deep.md", head + ">".repeat(10_000) + " x")
                .with("_posts/2020-01-01-open.md", head + "<".repeat(300_000))
                .with("_posts/2020-01-01-large.md", head + "x".repeat(2 * 1024 * 1024));

        assertThat(site.read("_posts/2020-01-01-deep.md").findings())
                .extracting(Finding::rule)
                .containsExactly("markdown.too-deep");
        assertThat(site.read("_posts/2020-01-01-open.md").findings())
                .extracting(Finding::rule)
                .containsExactly("markdown.too-costly");
        assertThat(site.read("_posts/2020-01-01-large.md").findings())
                .extracting(Finding::rule)
                .containsExactly("content.too-large");
    }
}
