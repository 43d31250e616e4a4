package org.commitcast.contentreading.jekyll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commitcast.contentreading.SampleSite.jekyll;

import java.time.Instant;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentreading.SampleSite;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.site.FutureDates;
import org.commitcast.contentreading.site.Setting;
import org.junit.jupiter.api.Test;

class JekyllSiteTest {

    private static final String URL = "url: https://a.example\n";

    private static String date(String stated) {
        return jekyll(URL + "timezone: Europe/Berlin\n")
                .with("_posts/2020-01-01-x.md", "---\ntitle: X\ndate: " + stated + "\n---\n")
                .document("_posts/2020-01-01-x.md")
                .release()
                .date()
                .toString();
    }

    private static String url(String config, String path, String frontMatter) {
        return jekyll(URL + config)
                .with(path, "---\n" + frontMatter + "\n---\n")
                .document(path)
                .address()
                .url();
    }

    /** Each as Jekyll 4.3 with Ruby 3.1 reads it in that zone. */
    @Test
    void readsDatesAsRubyDoes() {
        assertThat(date("2018-07-25 16:00")).isEqualTo("2018-07-25T14:00:00Z");
        assertThat(date("2018-07-25 16:00:00")).isEqualTo("2018-07-25T16:00:00Z");
        assertThat(date("2018-07-25T16:00:00")).isEqualTo("2018-07-25T16:00:00Z");
        assertThat(date("2018-07-25 9:00:00")).isEqualTo("2018-07-25T09:00:00Z");
        assertThat(date("'2018-07-25 16:00:00'")).isEqualTo("2018-07-25T14:00:00Z");
        assertThat(date("2018-07-25 9:05")).isEqualTo("2018-07-25T07:05:00Z");
        assertThat(date("2018-07-25")).isEqualTo("2018-07-24T22:00:00Z");
        assertThat(date("2018-07-25 16:00:00 +0200")).isEqualTo("2018-07-25T14:00:00Z");
        assertThat(date("2018-07-25 16:00:00 -5")).isEqualTo("2018-07-25T21:00:00Z");
        assertThat(date("2018-07-25 4:00 PM")).isEqualTo("2018-07-25T14:00:00Z");
        assertThat(date("July 25, 2018")).isEqualTo("2018-07-24T22:00:00Z");
        assertThat(date("25 Jul 2018 10:00")).isEqualTo("2018-07-25T08:00:00Z");
    }

    @Test
    void putsPostsByCategoriesStyleAndOwnAddress() {
        assertThat(url("", "en/news/_posts/2020-01-02-x.md", "title: X"))
                .isEqualTo("https://a.example/en/news/2020/01/02/x.html");
        assertThat(url("permalink: pretty\n", "_posts/2020-01-02-x.md", "title: X\ncategories: a b"))
                .isEqualTo("https://a.example/a/b/2020/01/02/x/");
        assertThat(url("permalink: /:year/:slug\n", "_posts/2020-01-02-x.md", "title: X\nslug: Own Name"))
                .isEqualTo("https://a.example/2020/own-name");
        assertThat(url("", "_posts/2020-01-02-x.md", "title: X\npermalink: /own/"))
                .isEqualTo("https://a.example/own/");
        assertThat(url("baseurl: /blog\n", "_posts/2020-01-02-ä b.md", "title: X"))
                .isEqualTo("https://a.example/blog/2020/01/02/%C3%A4-b.html");
    }

    @Test
    void putsCollectionsByTheirOwnPatternElseByTheSitesStyle() {
        var config =
                "permalink: pretty\ncollections:\n  talks: {output: true}\n  shows: {output: true, permalink: /s/:name/}\n";

        assertThat(url(config, "_talks/a/2020-01-02-x.md", "title: X"))
                .isEqualTo("https://a.example/talks/a/2020-01-02-x/");
        assertThat(url(config, "_shows/2020-01-02-x.md", "title: X")).isEqualTo("https://a.example/s/2020-01-02-x/");
    }

    @Test
    void readsEarlierAddressesOfTheRedirectPlugin() {
        var post = jekyll(URL)
                .with("_posts/2020-01-02-x.md", "---\ntitle: X\nredirect_from:\n- /old/\n- /older.html\n---\n")
                .document("_posts/2020-01-02-x.md");

        assertThat(post.address().aliases()).containsExactly("https://a.example/old/", "https://a.example/older.html");
    }

    @Test
    void letsTheSiteSayWhatWaitsForItsDate() {
        var now = Instant.parse("2025-01-01T00:00:00Z");
        var path = "_posts/2030-01-01-x.md";
        var text = "---\ntitle: X\n---\n";
        var show = "_episodes/x.md";
        var episode = "---\ntitle: X\ndate: 2030-01-01\nmp3: https://a.example/x\nlength: 1\n---\n";
        SampleSite site = jekyll(URL).with(path, text).with(show, episode);
        SampleSite turned =
                jekyll(URL).with(path, text).with(show, episode).with(Setting.FUTURE, new FutureDates(false, true));

        assertThat(site.document(path).release().isOutAt(now)).isFalse();
        assertThat(site.document(path).release().nextChange(now)).contains(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(site.document(show).release().isOutAt(now)).isTrue();
        assertThat(site.document(show).release().nextChange(now)).isEmpty();
        assertThat(turned.document(path).release().isOutAt(now)).isTrue();
        assertThat(turned.document(show).release().isOutAt(now)).isFalse();
        assertThat(jekyll(URL + "future: true\n")
                        .with(path, text)
                        .document(path)
                        .release()
                        .isOutAt(now))
                .isTrue();
    }

    @Test
    void saysWhatJekyllWouldNotRead() {
        var site = jekyll(URL)
                .with("_posts/2020-01-02-blank.md", "\n---\ntitle: X\n---\n")
                .with("_posts/2020-01-02-toml.md", "+++\ntitle = 'X'\n+++\n")
                .with("_posts/2020-01-02-date.md", "---\ntitle: X\ndate: 9999-99-99 99:99\n---\n")
                .with("_posts/2020-01-02-none.md", "Words\n");

        assertThat(site.read("_posts/2020-01-02-blank.md").findings())
                .extracting(Finding::rule)
                .containsExactly("front-matter.not-first");
        assertThat(site.read("_posts/2020-01-02-toml.md").findings())
                .extracting(Finding::rule)
                .containsExactly("front-matter.unsupported");
        assertThat(site.read("_posts/2020-01-02-date.md").findings())
                .extracting(Finding::rule, Finding::line, Finding::column)
                .containsExactly(tuple("date.invalid", 3, 1));
        assertThat(site.read("_posts/2020-01-02-none.md").findings())
                .extracting(Finding::rule)
                .containsExactly("front-matter.missing");
    }

    @Test
    void takesNullsEmptyBodiesAndNumbersForWhatTheyAre() {
        var post = jekyll(URL)
                .with("_posts/2020-01-02-x.md", "---\ntitle: 1984\nslug: 42\nauthor: ~\ntags:\ndescription: null\n---")
                .document("_posts/2020-01-02-x.md");

        assertThat(post.kind()).isEqualTo(Kind.POST);
        assertThat(post.about().title()).isEqualTo("1984");
        assertThat(post.slug()).isEqualTo("42");
        assertThat(post.about().authors()).isEmpty();
        assertThat(post.about().tags()).isEmpty();
        assertThat(post.about().description()).isNull();
        assertThat(post.html()).isEmpty();
    }

    @Test
    void takesForPublishedWhatRubyDoes() {
        assertThat(published("_posts/2020-01-02-x.md", "no")).isFalse();
        assertThat(published("_posts/2020-01-02-x.md", "\"false\"")).isTrue();
        assertThat(published("_posts/2020-01-02-x.md", "")).isFalse();
        assertThat(published("_talks/2020-01-02-x.md", "")).isTrue();
        assertThat(published("_talks/2020-01-02-x.md", "false")).isFalse();
    }

    private static boolean published(String path, String word) {
        return jekyll(URL + "collections: {talks: {output: true}}\n")
                .with(path, "---\ntitle: X\npublished: " + word + "\n---\n")
                .document(path)
                .release()
                .published();
    }

    /** A mark and Windows' line ends; to Jekyll such a text has no blank line that would end its excerpt. */
    @Test
    void readsFilesFromWindows() {
        var post = jekyll(URL)
                .with("_posts/2020-01-11-x.md", "\uFEFF---\r\ntitle: X\r\n---\r\none\r\n\r\ntwo\r\n")
                .document("_posts/2020-01-11-x.md");

        assertThat(post.about().title()).isEqualTo("X");
        assertThat(post.about().summary()).isEqualTo("<p>one</p>\n<p>two</p>");
    }
}
