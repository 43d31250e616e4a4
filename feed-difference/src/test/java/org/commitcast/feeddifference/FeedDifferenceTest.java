package org.commitcast.feeddifference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commitcast.feeddifference.Feeds.content;
import static org.commitcast.feeddifference.Feeds.item;
import static org.commitcast.feeddifference.Feeds.read;
import static org.commitcast.feeddifference.Feeds.rss;
import static org.commitcast.feeddifference.Feeds.rssSaying;

import java.nio.charset.StandardCharsets;
import org.commitcast.feeddifference.FeedDifference.FieldDifference;
import org.commitcast.feeddifference.FeedDifference.Unmatched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedDifferenceTest {

    @Test
    void findsNothingWhereOnlyTheWritingDiffers() {
        ReadFeed there = rss(item(
                "fog",
                "<title> Fog &amp; rain</title><pubDate>Mon, 02 Mar 2026 07:00:00 +0100</pubDate>"
                        + "<i:duration>1:02:03</i:duration><i:explicit>no</i:explicit>"
                        + content("<p class='b a'>Fog.\n Rain.<br/>\n<a href=\"/map/\">Map</a></p>\n")));
        ReadFeed here = rss(item(
                "fog",
                "<title>Fog &#38; rain</title><pubDate>Mon, 2 Mar 2026 06:00:00 GMT</pubDate>"
                        + "<i:duration>3723</i:duration><i:explicit>false</i:explicit>"
                        + content("<p class=\"a b\">Fog. Rain.<br>"
                                + "<a href='https://harbour.example/map/'>Map</a><!-- ours --></p>")));

        FeedDifference difference = FeedDifference.between(here, there);

        assertThat(difference.isNone()).as(difference.toString()).isTrue();
        assertThat(difference.summary()).isEqualTo("1 of 1 guids equal, nothing differs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>a b</p>|<p>a</p><p>b</p>",
                "<a href='https://a.example/x'>x</a>|<a href='https://a.example/y'>x</a>",
                "<pre>a  b</pre>|<pre>a b</pre>",
                "a<b>b</b>|ab",
                "<p>a<em> b</em></p>|<p>a<em>b</em></p>",
                "<img src='a.png' alt='A'>|<img src='a.png'>"
            })
    void findsTextsThatAreShownDifferently(String said, String says) {
        FeedDifference difference =
                FeedDifference.between(rss(item("fog", content(says))), rss(item("fog", content(said))));

        assertThat(difference.summary()).isEqualTo("1 of 1 guids equal, 1 content differs");
    }

    @Test
    void namesEachFieldWithWhatItSaidAndSays() {
        ReadFeed there = rss(
                item("fog", "<title>Fog</title><description>Pilots.</description>"),
                item("rain", "<title>Rain</title><description>Umbrellas.</description>"));
        ReadFeed here = rss(
                item("fog", "<title>Fog</title><description>Pilots!</description>"),
                item("rain", "<title>Rain</title>"));

        FeedDifference difference = FeedDifference.between(here, there);

        assertThat(difference.summary()).isEqualTo("2 of 2 guids equal, 2 descriptions differ");
        assertThat(difference.items())
                .flatExtracting(FeedDifference.ItemDifference::fields)
                .containsExactly(
                        new FieldDifference("description", "Pilots.", "Pilots!"),
                        new FieldDifference("description", "Umbrellas.", ""));
    }

    @Test
    void takesWhatIsOnlyHereForNoLoss() {
        ReadFeed there = rss(item("fog", "<title>Fog</title>"));
        ReadFeed here = rss(item("fog", "<title>Fog</title><i:episode>1</i:episode><comments>https://a/</comments>"));

        assertThat(FeedDifference.between(here, there).isNone()).isTrue();
        assertThat(FeedDifference.between(there, here).summary())
                .isEqualTo("1 of 1 guids equal, 1 episode differs, 1 comments differs");
    }

    @Test
    void tellsItemsApartThatOnlyHaveAnotherGuid() {
        ReadFeed there = rss(item("/fog", "<title>Fog</title><enclosure url='https://a.example/fog.mp3'/>"));
        ReadFeed here = rss(item("fog", "<title>Fog</title><enclosure url='https://a.example/fog.mp3'/>"));

        FeedDifference difference = FeedDifference.between(here, there);

        assertThat(difference.summary()).isEqualTo("0 of 2 guids equal, 1 item only here, 1 item only there");
        assertThat(difference.onlyHere()).containsExactly(new Unmatched("fog", "Fog", "/fog"));
        assertThat(difference.onlyThere()).containsExactly(new Unmatched("/fog", "Fog", "fog"));
    }

    @Test
    void mindsTheOrderButNotThatOfOneMoment() {
        String monday = "<pubDate>Mon, 02 Mar 2026 06:00:00 GMT</pubDate>";
        String sunday = "<pubDate>Sun, 01 Mar 2026 06:00:00 GMT</pubDate>";
        ReadFeed there = rss(item("a", monday), item("b", monday), item("c", sunday));
        ReadFeed swapped = rss(item("b", monday), item("a", monday), item("c", sunday));
        ReadFeed turned = rss(item("c", sunday), item("a", monday), item("b", monday));

        assertThat(FeedDifference.between(swapped, there).isNone()).isTrue();
        assertThat(FeedDifference.between(turned, there).summary()).isEqualTo("3 of 3 guids equal, order differs");
    }

    @Test
    void comparesWhatTheFeedsSayOfThemselves() {
        ReadFeed there = rssSaying("<language>de</language><i:category text='Leisure'/>", item("fog", ""));

        FeedDifference difference = FeedDifference.between(rss(item("fog", "")), there);

        assertThat(difference.channel())
                .containsExactly(
                        new FieldDifference("language", "de", "en"), new FieldDifference("category", "Leisure", ""));
        assertThat(difference.summary()).isEqualTo("1 of 1 guids equal, 2 channel fields differ");
    }

    @Test
    void mindsByWhatAShowIsKnownAndPlayedAndHeardOf() {
        ReadFeed there = rssSaying(
                "<p:guid>917393e3</p:guid><i:type>Serial</i:type><a:link rel='self' href='https://harbour.example/p.rss'/>"
                        + "<a:link rel='hub' href='https://hub.example/'/>",
                item("fog", ""));
        ReadFeed same = rssSaying(
                "<a:link rel='hub' href='https://hub.example/'/><p:guid> 917393e3 </p:guid><i:type>serial</i:type>",
                item("fog", ""));
        ReadFeed plain = rssSaying("<i:type>episodic</i:type>", item("fog", ""));

        assertThat(FeedDifference.between(same, there).isNone()).isTrue();
        assertThat(FeedDifference.between(plain, there).channel())
                .containsExactly(
                        new FieldDifference("guid", "917393e3", ""),
                        new FieldDifference("type", "serial", ""),
                        new FieldDifference("hub", "https://hub.example/", ""));
        assertThat(FeedDifference.between(rssSaying("", item("fog", "")), plain).isNone())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<webMaster>a@a.example (A)</webMaster>||webMaster|a@a.example (A)|",
                "<copyright>2026 A</copyright>|<copyright>2025 A</copyright>|copyright|2026 A|2025 A",
                "<i:keywords>a,b</i:keywords>||itunes:keywords|a,b|",
                "<p:locked owner='a@a.example'>yes</p:locked>|<p:locked>yes</p:locked>|podcast:locked|yes owner=a@a.example|yes",
                "<p:funding url='https://a.example/'>Give</p:funding>|<p:funding url='https://b.example/'>Give</p:funding>"
                        + "|podcast:funding|Give url=https://a.example/|Give url=https://b.example/",
                "<p:value type='lightning'><p:valueRecipient address='a'/><p:valueRecipient address='b'/></p:value>|"
                        + "|podcast:value|podcast:valueRecipient address=a, b type=lightning|",
                "<i:new-feed-url>https://a.example/</i:new-feed-url>||itunes:new-feed-url|https://a.example/|",
                "<i:complete>Yes</i:complete>||itunes:complete|Yes|",
                "<i:category text='Arts'><i:category text='Books'/><i:category text='Design'/></i:category>"
                        + "|<i:category text='Arts'/>|category|Arts > Books, Arts > Design|Arts",
                "<i:explicit>yes</i:explicit>||explicit|true|",
                "|<i:explicit>yes</i:explicit>|explicit||true",
                "|<i:type>serial</i:type>|type||serial",
                "|<i:block>Yes</i:block>|itunes:block||Yes",
                "|<i:complete>Yes</i:complete>|itunes:complete||Yes"
            })
    void findsWhatReadersOfAFeedWouldLoseOrNoLongerDo(
            String said, String says, String field, String there, String here) {
        FeedDifference difference = FeedDifference.between(
                rssSaying(says == null ? "" : says, item("fog", "")),
                rssSaying(said == null ? "" : said, item("fog", "")));

        assertThat(difference.channel())
                .containsExactly(new FieldDifference(field, there == null ? "" : there, here == null ? "" : here));
        assertThat(difference.summary()).isEqualTo("1 of 1 guids equal, 1 channel field differs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<i:keywords></i:keywords>|",
                "<pubDate>Sun, 01 Mar 2026 06:00:00 GMT</pubDate><generator>Jekyll</generator>|<generator>ours</generator>",
                "<i:explicit>clean</i:explicit>|",
                "<p:locked>yes</p:locked>|<p:locked owner='a@a.example'>Yes</p:locked>",
                "<p:person>A</p:person><p:person>B</p:person>|<p:person>B</p:person><p:person role='host'>A</p:person>",
                "<i:category text='A'><i:category text='B'/></i:category>"
                        + "<i:category text='A'><i:category text='C'/></i:category>"
                        + "|<i:category text='A'><i:category text='B'/><i:category text='C'/></i:category>",
                "|<copyright>2026 A</copyright><i:block>no</i:block>"
            })
    void findsNothingWhereReadersOfAFeedWouldLoseNothing(String said, String says) {
        FeedDifference difference = FeedDifference.between(
                rssSaying(says == null ? "" : says, item("fog", "")),
                rssSaying(said == null ? "" : said, item("fog", "")));

        assertThat(difference.isNone()).as(difference.toString()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<comments>https://a.example/1</comments>|<comments>https://a.example/2</comments>"
                        + "|comments|https://a.example/1|https://a.example/2",
                "<i:subtitle>Ebb</i:subtitle>|<i:subtitle>Flow</i:subtitle>|itunes:subtitle|Ebb|Flow",
                "<title>Fog (long)</title><i:title>Fog</i:title>|<title>Fog (long)</title>|itunes:title|Fog|",
                "<p:chapters url='https://a.example/1' type='x/y'/>|<p:chapters url='https://b.example/1' type='x/y'/>"
                        + "|podcast:chapters|type=x/y url=https://a.example/1|type=x/y url=https://b.example/1",
                "|<i:block>Yes</i:block>|itunes:block||Yes",
                "|<i:explicit>true</i:explicit>|explicit||true"
            })
    void findsWhatReadersOfAnItemWouldLoseOrNoLongerDo(
            String said, String says, String field, String there, String here) {
        FeedDifference difference = FeedDifference.between(
                rss(item("fog", says == null ? "" : says)), rss(item("fog", said == null ? "" : said)));

        assertThat(difference.items())
                .flatExtracting(FeedDifference.ItemDifference::fields)
                .containsExactly(new FieldDifference(field, there == null ? "" : there, here == null ? "" : here));
    }

    @Test
    void takesATitleForDirectoriesThatIsTheTitleForNoOther() {
        ReadFeed there = rss(item("fog", "<title>Fog</title><i:title> Fog </i:title>"));

        assertThat(FeedDifference.between(rss(item("fog", "<title>Fog</title>")), there)
                        .isNone())
                .isTrue();
    }

    @Test
    void comparesAcrossFormatsWhatBothHavePlaceFor() {
        ReadFeed atom = read(
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Harbour &amp;amp; sea</title>
                <entry><id>fog</id><title>Fog</title><link href="https://harbour.example/fog/"/>
                <published>2026-03-02T06:00:00Z</published><updated>2026-03-03T06:00:00Z</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p title="&quot;">A <b>b</b></p></div></content>
                </entry></feed>
                """);
        ReadFeed json = read(
                """
                {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour & sea", "items": [{"id": "fog",
                "title": "Fog", "url": "https://harbour.example/fog/", "date_published": "2026-03-02T07:00:00+01:00",
                "content_html": "<p title='\\"'>A <b>b</b></p>"}]}
                """);

        assertThat(FeedDifference.between(json, atom).summary()).isEqualTo("1 of 1 guids equal, nothing differs");
        assertThat(FeedDifference.between(atom, json).summary()).isEqualTo("1 of 1 guids equal, nothing differs");
    }

    @Test
    void namesTheSameDifferenceAlikeAndNoOther() {
        String many = "x".repeat(500);
        ReadFeed there = rss(item("fog", "<description>" + many + " one</description>"));
        ReadFeed here = rss(item("fog", "<description>" + many + " two" + many + "</description>"));
        ReadFeed other = rss(item("fog", "<description>" + many + " two" + many + ".</description>"));

        String digest = FeedDifference.between(here, there).digest();

        assertThat(FeedDifference.between(here, there).digest()).isEqualTo(digest);
        assertThat(FeedDifference.between(other, there).digest()).isNotEqualTo(digest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><body/></html>|is neither RSS, Atom nor JSON Feed, but html",
                "<rss><channel>|is no well-formed XML",
                "{\"items\": 1}|is JSON, but no JSON Feed",
                "nothing|is no well-formed XML",
                "<!DOCTYPE rss><rss><channel/></rss>|has a document type, which is not read"
            })
    void refusesWhatIsNoFeed(String text, String reason) {
        assertThatThrownBy(() -> ReadFeed.of(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableFeedException.class)
                .hasMessageStartingWith(reason);
    }
}
