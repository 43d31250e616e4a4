package org.commitcast.announcementtext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.commitcast.contentevents.Kind;
import org.junit.jupiter.api.Test;

class AnnouncementTemplateTest {
    private static final String URL = "https://show.example/a-very-long-address/that-goes-on/and-on/episode-twelve/";

    @Test
    void putsValuesInTheirPlaces() {
        assertWritten("{title} ({duration}) — {url}", Map.of(Key.TITLE, "Twelve", Key.DURATION, "46 min", Key.URL, URL))
                .isEqualTo("Twelve (46 min) — " + URL);
    }

    @Test
    void leavesOutLinesWhoseValuesAreMissing() {
        assertWritten(
                        """
                        {title}

                        Tags: {tags}

                        {url}
                        """,
                        Map.of(Key.TITLE, "Twelve", Key.URL, URL))
                .isEqualTo("Twelve\n\n" + URL);
    }

    @Test
    void neverReadsValuesAsTemplates() {
        assertWritten("{title}", Map.of(Key.TITLE, "{url} {{x}} $1 \\")).isEqualTo("{url} {{x}} $1 \\");
    }

    @Test
    void doubledBracesStandForThemselves() {
        assertWritten("{{{title}}}", Map.of(Key.TITLE, "x")).isEqualTo("{x}");
    }

    @Test
    void namesUnknownKeyItsPlaceAndTheKnownOnes() {
        assertThatThrownBy(() -> AnnouncementTemplate.parse("New: {titel}"))
                .isInstanceOf(WrongTemplateException.class)
                .hasMessage("unknown key {titel} at character 6; known are {title}, {url}, {show}, {summary}, {tags},"
                        + " {duration}, {authors}, {date}, {season}, {episode}");
    }

    @Test
    void refusesBracesThatDoNotMatchAndEmptyTemplates() {
        assertThatThrownBy(() -> AnnouncementTemplate.parse("a {title")).hasMessageContaining("character 3");
        assertThatThrownBy(() -> AnnouncementTemplate.parse("a } b")).hasMessageContaining("character 3");
        assertThatThrownBy(() -> AnnouncementTemplate.parse(" \n ")).hasMessageContaining("empty");
    }

    @Test
    void cutsSummaryAtWordAndKeepsLinkAndTags() {
        String text = AnnouncementTemplate.parse("{title}\n\n{summary}\n\n{url}\n\n{tags}")
                .write(
                        Map.of(Key.TITLE, "Twelve", Key.SUMMARY, "word, ".repeat(200), Key.URL, URL, Key.TAGS, "#Rust"),
                        TextForm.plain(TextLimit.MASTODON));

        assertThat(TextLimit.MASTODON.lengthOf(text)).isBetween(490, 500);
        assertThat(text).endsWith("word…\n\n" + URL + "\n\n#Rust");
    }

    @Test
    void cutsTitleOnlyWhenNothingElseIsLeftToGive() {
        String text = AnnouncementTemplate.parse("New: {title} {summary} {url}")
                .write(
                        Map.of(Key.TITLE, "lengthy ".repeat(100), Key.SUMMARY, "gone", Key.URL, URL),
                        TextForm.plain(TextLimit.MASTODON));

        assertThat(TextLimit.MASTODON.lengthOf(text)).isBetween(485, 500);
        assertThat(text).startsWith("New: lengthy").endsWith("lengthy… " + URL).doesNotContain("gone");
    }

    @Test
    void cutsTheLongerOneOfShowAndTitle() {
        assertThat(inShort("Lathe Talk", "語".repeat(600)))
                .startsWith("New episode of Lathe Talk: 語語")
                .endsWith("語… " + URL);
        assertThat(inShort("語".repeat(600), "Chisels"))
                .startsWith("New episode of 語語")
                .endsWith("語…: Chisels " + URL);
    }

    private static String inShort(String show, String title) {
        return DefaultTemplates.of("log", Kind.EPISODE)
                .write(
                        Map.of(Key.SHOW, show, Key.TITLE, title, Key.URL, URL),
                        TextForm.plain(TextLimit.characters(300)));
    }

    @Test
    void keepsLinkWholeEvenWhenTemplateItselfIsTooLong() {
        String text = AnnouncementTemplate.parse("{url} " + "chatter ".repeat(90))
                .write(Map.of(Key.URL, URL), TextForm.plain(TextLimit.MASTODON));

        assertThat(TextLimit.MASTODON.lengthOf(text)).isLessThanOrEqualTo(500);
        assertThat(text).startsWith("chatter").endsWith(" " + URL);
    }

    @Test
    void countsLinksAndCharactersAsMastodonDoes() {
        assertThat(TextLimit.MASTODON.lengthOf("a " + URL)).isEqualTo(25);
        assertThat(TextLimit.MASTODON.lengthOf("https://a.b")).isEqualTo(23);
        assertThat(TextLimit.MASTODON.lengthOf("👩‍👩‍👧 é")).isEqualTo(3);
        assertThat(TextLimit.characters(300).lengthOf("https://a.b")).isEqualTo(11);
    }

    @Test
    void countsPunctuationBehindALinkAsTheTextThatItIs() {
        assertThat(TextLimit.MASTODON.lengthOf("(https://a.example/b)")).isEqualTo(25);
        assertThat(TextLimit.MASTODON.lengthOf("https://a.example/b!?")).isEqualTo(25);
        assertThat(TextLimit.MASTODON.lengthOf("https://a.example/b…")).isEqualTo(24);
        assertThat(TextLimit.MASTODON.lengthOf("https://a.example/b?c=d&e#f, g"))
                .isEqualTo(26);
    }

    @Test
    void countsWhatIsNoLinkToThePlatformAsText() {
        assertThat(TextLimit.MASTODON.lengthOf("https://localhost-of-a-very-long-name/page"))
                .isEqualTo(42);
        assertThat(TextLimit.MASTODON.lengthOf("x".repeat(9) + "https://a.example/a-rather-long-address"))
                .isEqualTo(48);
    }

    @Test
    void textThatIsCutFitsAlsoWithTheLinkInBrackets() {
        String text = AnnouncementTemplate.parse("{title} ({url})")
                .write(Map.of(Key.TITLE, "語".repeat(600), Key.URL, URL), TextForm.plain(TextLimit.MASTODON));

        assertThat(text).endsWith("… (" + URL + ")");
        // 23 for the link, as the platform counts it, and all else as it stands.
        assertThat(text.replace(URL, "").length() + 23).isEqualTo(500);
    }

    @Test
    void cutsTextWithoutSpacesBetweenCharacters() {
        String text = AnnouncementTemplate.parse("{summary} {url}")
                .write(Map.of(Key.SUMMARY, "語".repeat(600), Key.URL, URL), TextForm.plain(TextLimit.MASTODON));

        assertThat(TextLimit.MASTODON.lengthOf(text)).isEqualTo(500);
        assertThat(text).endsWith("語… " + URL);
    }

    @Test
    void countsInCodeUnitsWhereThePlatformDoes() {
        assertThat(TextLimit.utf16(10).lengthOf("👩‍👩‍👧 é")).isEqualTo(10);

        String text = AnnouncementTemplate.parse("{summary} {url}")
                .write(Map.of(Key.SUMMARY, "👍".repeat(600), Key.URL, URL), TextForm.plain(TextLimit.utf16(200)));

        assertThat(text).hasSizeBetween(199, 200).endsWith("👍… " + URL);
    }

    @Test
    void countsOfHtmlWhatIsShown() {
        assertThat(TextLimit.utf16Shown(10).lengthOf("<a href=\"https://a.example/\">R&amp;B</a> 👍"))
                .isEqualTo(6);
    }

    @Test
    void keepsToALimitOfBytesBesides() {
        String text = AnnouncementTemplate.parse("{summary} {url}")
                .write(
                        Map.of(Key.SUMMARY, "語".repeat(290), Key.URL, URL),
                        TextForm.plain(TextLimit.characters(400).withinBytes(600)));

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(597, 600);
        assertThat(text).endsWith("語… " + URL);
    }

    @Test
    void escapesValuesAndNothingThatTheTemplateSays() {
        Markup stars = new Markup(text -> text.replace("*", "\\*"), url -> "<" + url + ">");

        String text = AnnouncementTemplate.parse("**{title}** {url}")
                .write(Map.of(Key.TITLE, "5 * 5", Key.URL, URL), new TextForm(TextLimit.NONE, stars));

        assertThat(text).isEqualTo("**5 \\* 5** <" + URL + ">");
    }

    @Test
    void countsWhatEscapingAddsAndCutsNoEscape() {
        Markup stars = new Markup(text -> text.replace("*", "\\*"), url -> url);

        String text = AnnouncementTemplate.parse("{title} {url}")
                .write(Map.of(Key.TITLE, "*a".repeat(100), Key.URL, URL), new TextForm(TextLimit.utf16(100), stars));

        assertThat(text.length()).isBetween(96, 100);
        assertThat(text).matches("(\\\\\\*a)+… " + URL);
    }

    @Test
    void defaultsReadLikeAPerson() {
        Map<Key, String> values = Map.of(
                Key.SHOW, "Lathe Talk",
                Key.TITLE, "Sharp chisels",
                Key.SUMMARY, "Ann shows how she keeps an edge.",
                Key.URL, "https://lathe.example/12/",
                Key.TAGS, "#WoodTurning");

        assertThat(DefaultTemplates.of("mastodon", Kind.EPISODE).write(values, TextForm.plain(TextLimit.MASTODON)))
                .isEqualTo(
                        """
                        New episode of Lathe Talk: Sharp chisels

                        Ann shows how she keeps an edge.

                        https://lathe.example/12/

                        #WoodTurning""");
        assertThat(DefaultTemplates.of("log", Kind.POST).write(values, TextForm.ANY))
                .isEqualTo("New on Lathe Talk: Sharp chisels https://lathe.example/12/");
    }

    private static org.assertj.core.api.AbstractStringAssert<?> assertWritten(
            String template, Map<Key, String> values) {
        return assertThat(AnnouncementTemplate.parse(template).write(values, TextForm.ANY));
    }
}
