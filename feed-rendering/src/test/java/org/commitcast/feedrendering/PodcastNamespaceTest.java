package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.ItemInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class PodcastNamespaceTest {
    private static final FeedFrame FRAME = Complete.frame(FeedFormat.RSS);

    @Test
    void saysAllThatTheSiteSaysOfItsShow() {
        Element channel = Xml.channel(Documents.of(FRAME));

        assertThat(channelSays(channel, "locked")).containsExactly("{owner=ada@harbour.example}yes");
        assertThat(channelSays(channel, "medium")).containsExactly("podcast");
        assertThat(channelSays(channel, "block")).containsExactly("yes");
        assertThat(channelSays(channel, "image")).containsExactly("{href=https://harbour.example/night.jpg}");
        assertThat(channelSays(channel, "funding")).containsExactly("{url=https://harbour.example/give}Buy us a lamp");
        assertThat(channelSays(channel, "person"))
                .containsExactly(
                        "{href=https://harbour.example/ada}Ada Quay",
                        "{group=audio post-production, role=editor}Ben Mole");
        assertThat(channelSays(channel, "trailer"))
                .containsExactly("{length=1200, pubdate=Sat, 01 Mar 2025 12:00:00 +0000, season=2, type=audio/mpeg, "
                        + "url=https://audio.example/trailer.mp3}What comes");
        assertThat(channelSays(channel, "license")).containsExactly("cc-by-4.0");
        assertThat(channelSays(channel, "location")).containsExactly("{geo=geo:38.7,-9.1, osm=R5400890}Lisbon");
        assertThat(channelSays(channel, "updateFrequency"))
                .containsExactly("{complete=false, dtstart=2026-03-02T06:30:00Z, rrule=FREQ=WEEKLY;INTERVAL=2}"
                        + "Every other week");
        assertThat(channelSays(channel, "txt")).containsExactly("{purpose=verify}harbour-7");
    }

    @Test
    void saysNothingOfAShowButItsIdAndPictureWhereTheSiteIsSilent() {
        Element channel = Xml.channel(
                Documents.of(FeedFrame.of(Samples.site(), Samples.podcast(), FeedFormat.RSS, Samples.PUBLIC_URL)));

        assertThat(Xml.children(channel).stream().filter(child -> Xml.PODCAST.equals(child.getNamespaceURI())))
                .extracting(Element::getLocalName)
                .containsExactly("guid", "image");
    }

    @ParameterizedTest
    @CsvSource({
        "https://mp3s.nashownotes.com/pc20rss.xml, 917393e3-1b1e-5cef-ace4-edaa54e1f810",
        "http://podnews.net/rss/, 9b024349-ccf0-5f69-a609-6b82873eab3c"
    })
    void makesTheIdOfAShowOutOfItsAddress(URI address, String id) {
        SiteDefinition site = Samples.site();
        byte[] feed = Documents.of(FeedFrame.of(site, Samples.podcast(), FeedFormat.RSS, address));

        assertThat(channelSays(Xml.channel(feed), "guid")).containsExactly(id);
    }

    @Test
    void givesTheIdThatTheSiteSaysToItsPodcastAloneAndOtherFeedsTheirOwn() {
        SiteDefinition site = Complete.site("917393e3-1b1e-5cef-ace4-edaa54e1f810");
        FeedDefinition bonus = new FeedDefinition("bonus", List.of(Kind.EPISODE), null, null, null);

        byte[] show = Documents.of(FeedFrame.of(site, Complete.feed(), FeedFormat.RSS, Samples.PUBLIC_URL));
        byte[] other = Documents.of(FeedFrame.of(site, bonus, FeedFormat.RSS, URI.create("https://podnews.net/rss")));

        assertThat(channelSays(Xml.channel(show), "guid")).containsExactly("917393e3-1b1e-5cef-ace4-edaa54e1f810");
        assertThat(channelSays(Xml.channel(other), "guid")).containsExactly("9b024349-ccf0-5f69-a609-6b82873eab3c");
    }

    @Test
    void saysAllThatAnEpisodeSays() {
        Element item = Xml.item(Documents.of(FRAME, Complete.episode()));

        assertThat(itemSays(item, "season")).containsExactly("{name=The sea}2");
        assertThat(itemSays(item, "episode")).containsExactly("{display=Ch. 7}7");
        assertThat(itemSays(item, "chapters"))
                .containsExactly("{type=application/json+chapters, "
                        + "url=https://feeds.example/feeds/harbour/items/tides/chapters.json}");
        assertThat(itemSays(item, "soundbite")).containsExactly("{duration=60.5, startTime=73}The moon");
        assertThat(itemSays(item, "image"))
                .containsExactly(
                        "{alt=A wave, href=https://harbour.example/cover.jpg}",
                        "{aspect-ratio=16/9, href=https://harbour.example/wide.jpg, width=1600}");
        assertThat(itemSays(item, "location")).containsExactly("{country=PT, geo=geo:41.15,-8.61, osm=R3459013}Porto");
        assertThat(itemSays(item, "license"))
                .containsExactly("{url=https://creativecommons.org/licenses/by-sa/4.0/}cc-by-sa-4.0");
        assertThat(itemSays(item, "txt")).containsExactly("{purpose=release}7");
    }

    @Test
    void offersTheTranscriptInEveryFormTheRichestFirst() {
        Element item = Xml.item(Documents.of(FRAME, Complete.episode()));

        assertThat(itemSays(item, "transcript"))
                .extracting(line -> line.replace("url=https://feeds.example/feeds/harbour/items/tides/transcript", ""))
                .containsExactly(
                        "{language=en, rel=captions, type=text/vtt, .vtt}",
                        "{language=en, rel=captions, type=application/x-subrip, .srt}",
                        "{language=en, rel=captions, type=application/json, .json}",
                        "{language=en, type=text/html, .html}",
                        "{language=en, type=text/plain, .txt}");
    }

    @Test
    void namesTheHostsOfTheShowBesideTheGuestsOfAnEpisode() {
        Element item = Xml.item(Documents.of(FRAME, Complete.episode()));

        assertThat(itemSays(item, "person"))
                .containsExactly(
                        "{href=https://harbour.example/ada}Ada Quay",
                        "{href=https://cleo.example/, img=https://cleo.example/c.png, role=guest}Cleo Buoy");
    }

    @Test
    void linksTheThreadsThatPlayersCanShow() {
        Element item = Xml.item(Documents.of(FRAME, Complete.episode()));

        assertThat(itemSays(item, "socialInteract"))
                .containsExactly(
                        "{accountId=@ada.example, accountUrl=https://bsky.app/profile/ada.example, priority=1, "
                                + "protocol=atproto, uri=https://bsky.app/profile/ada.example/post/3k}",
                        "{accountId=@ada, accountUrl=https://social.example/@ada, priority=2, "
                                + "protocol=activitypub, uri=https://social.example/@ada/105}");
        assertThat(Xml.said(item, Xml.RSS, "comments"))
                .containsExactly("https://www.reddit.com/r/sea/comments/1/tides/");
    }

    @Test
    void listsChaptersInTheirOrder() {
        Element item = Xml.item(Documents.of(FRAME, Complete.episode()));
        Element chapters = Xml.children(item, Xml.CHAPTERS, "chapters").get(0);

        assertThat(chapters.getAttribute("version")).isEqualTo("1.2");
        assertThat(Xml.said(chapters, Xml.CHAPTERS, "chapter"))
                .containsExactly(
                        "{href=https://harbour.example/start, start=00:00:00, title=Start}",
                        "{start=01:01:40, title=Flow & ebb}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            soundbite | {"soundbites": [{"duration": 30}, {"start": "soon", "duration": 30}, {"start": 5}, "x", 7]}
            soundbite | {"soundbites": [{"start": 30, "end": 20}]}
            person    | {"people": [{"role": "host"}, "", {"name": " "}, 7, null, [1]]}
            location  | {"location": {"geo": "geo:1,2"}}
            license   | {"license": "All rights reserved"}
            license   | {"license": "https://harbour.example/licence"}
            license   | {"license": ["", 5]}
            txt       | {"txt": [{"purpose": "verify"}]}
            """)
    void leavesOutWhatIsNotWholeAndKeepsTheItem(String element, String frontMatter) {
        Element item = Xml.item(Documents.of(FRAME, Complete.episode(frontMatter)));

        assertThat(itemSays(item, element)).isEmpty();
        assertThat(Xml.text(item, Xml.RSS, "title")).isEqualTo("Tides");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            {"persons": ["Ada Quay", {"name": "Cleo", "role": "guest"}]} | Ada Quay; {role=guest}Cleo
            {"hosts": "Ada Quay", "guests": ["Cleo"]}                    | Ada Quay; {role=guest}Cleo
            {"params": {"host": ["Ada Quay"]}}                           | Ada Quay
            {"podcast": {"persons": ["Ada Quay", "Ada Quay"]}}           | Ada Quay
            """)
    void readsPeopleAsGeneratorsSpellThem(String frontMatter, String people) {
        Element item = Xml.item(Documents.of(FRAME, Complete.episode(frontMatter)));

        assertThat(String.join("; ", itemSays(item, "person"))).isEqualTo(people);
    }

    @Test
    void offersNoDocumentsWhereNobodyServesThem() {
        ItemInputs served = Complete.episode();
        ItemInputs alone = new ItemInputs(served.item(), null, served.transcript(), null, served.settings());

        Element item = Xml.item(Documents.of(FRAME, alone));

        assertThat(itemSays(item, "transcript")).isEmpty();
        assertThat(itemSays(item, "chapters")).isEmpty();
    }

    private static List<String> channelSays(Element channel, String name) {
        return Xml.said(channel, Xml.PODCAST, name);
    }

    private static List<String> itemSays(Element item, String name) {
        return Xml.said(item, Xml.PODCAST, name);
    }
}
