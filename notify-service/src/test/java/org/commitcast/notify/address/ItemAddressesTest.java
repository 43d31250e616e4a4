package org.commitcast.notify.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commitcast.contentevents.Batch;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentevents.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemAddressesTest {
    private static final String PAGE = "https://lathe.example/2026/03/chisels-and-gouges/";
    private static final String AUDIO = "https://counts.example/e/https://cdn.example/lathe/007.mp3";
    private static final ContentSnapshot EPISODE =
            item(PAGE, List.of("https://lathe.example/chisels.html", "https://lathe.example/ep/7"), AUDIO, "lathe-7");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lathe.example/2026/03/chisels-and-gouges/",
                "http://lathe.example/2026/03/chisels-and-gouges",
                "https://www.lathe.example/2026/03/chisels-and-gouges/index.html",
                "https://LATHE.example:443/2026/03/chisels-and-gouges.html",
                "http://lathe.example.:80/2026/03/chisels%2Dand-gouges/?utm_source=news&utm_medium=mail",
                "https://lathe.example/2026/03/chisels-and-gouges/?fbclid=IwAR0&gclid=x&ref=hn#notes",
                " https://lathe.example/2026/03/chisels-and-gouges/ ",
                "https://web.archive.example/web/2026/https://lathe.example/2026/03/chisels-and-gouges/"
            })
    void knowsThePageHoweverItIsSpelled(String about) {
        assertThat(match(about)).contains(AddressMatch.Kind.PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lathe.example/2026/03/chisels-and-gouges/comments/",
                "https://lathe.example/2026/03/chisels/",
                "https://lathe.example/2026/03/chisels-and-gouges/?page=2",
                "https://lathe.example/",
                "https://other.example/2026/03/chisels-and-gouges/",
                "https://blog.lathe.example/2026/03/chisels-and-gouges/",
                "ftp://lathe.example/2026/03/chisels-and-gouges/",
                "https://",
                "nonsense"
            })
    void isNotTakenInByWhatASearchGivesBesides(String about) {
        assertThat(match(about)).isEmpty();
    }

    @Test
    void textWithoutALinkIsAboutNothing() {
        assertThat(ItemAddresses.match(EPISODE, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://lathe.example/chisels,EARLIER_PAGE",
        "http://www.lathe.example/chisels.html?mc_cid=1,EARLIER_PAGE",
        "https://lathe.example/ep/7/,EARLIER_PAGE",
        "https://counts.example/e/https://cdn.example/lathe/007.mp3,AUDIO",
        "https://cdn.example/lathe/007.mp3,AUDIO",
        "https://cdn.example/lathe/007.mp3?token=1,AUDIO",
        "https://counts.example/e/cdn.example/lathe/007.mp3,AUDIO",
        "https://one.example/redirect.mp3/two.example/s/cdn.example/lathe/007.mp3,AUDIO",
        "https://one.example/r/https%3A%2F%2Fcdn.example%2Flathe%2F007.mp3,AUDIO"
    })
    void knowsEveryOtherAddressThatItHadOrHas(String about, AddressMatch.Kind kind) {
        assertThat(match(about)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "https://lathe.example/?podcast_episode=7,https://lathe.example/?podcast_episode=8",
        "https://lathe.example/?podcast_episode=7,https://lathe.example/",
        "https://lathe.example/,https://lathe.example/?p=1",
        "https://lathe.example/,https://lathe.example/",
        "https://lathe.example/download.php?file=7.mp3,https://lathe.example/download.php?file=8.mp3",
        "https://drive.example/uc?id=A,https://drive.example/uc?id=B",
        "https://counts.example/e/drive.example/uc?id=A,https://drive.example/uc?id=B",
        "https://counts.example/e/lathe.example/?podcast_episode=7,https://lathe.example/?podcast_episode=8"
    })
    void keepsApartAudioThatItsParametersName(String audio, String about) {
        assertThat(ItemAddresses.match(item(PAGE, List.of(), audio, "lathe-7"), about))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://lathe.example/?podcast_episode=7,http://www.lathe.example/?utm_source=x&podcast_episode=7",
        "https://drive.example/uc?id=A&export=download,https://drive.example/uc?export=download&id=A",
        "https://counts.example/e/drive.example/uc?id=A,https://drive.example/uc?id=A",
        "https://cdn.example/7.M4A?token=1,https://cdn.example/7.M4A?token=2",
        "https://cdn.example/7.opus,https://cdn.example/7.opus?download"
    })
    void knowsAudioByItsFileOrByItsParameters(String audio, String about) {
        assertThat(ItemAddresses.match(item(PAGE, List.of(), audio, "lathe-7"), about))
                .map(AddressMatch::kind)
                .contains(AddressMatch.Kind.AUDIO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cid", "source", "src", "feature", "share", "campaign", "si"})
    void keepsParametersThatMayNameAPage(String parameter) {
        ContentSnapshot post = item("https://lathe.example/view?" + parameter + "=7", List.of(), null, "x");

        assertThat(ItemAddresses.match(post, "https://lathe.example/view?" + parameter + "=8"))
                .isEmpty();
        assertThat(ItemAddresses.match(post, "https://lathe.example/view?ref=x&" + parameter + "=7"))
                .isPresent();
    }

    @Test
    void saysWhetherItWasReachedByWayOfAnotherHost() {
        assertThat(ItemAddresses.match(EPISODE, "https://cdn.example/lathe/007.mp3"))
                .hasValueSatisfying(match -> assertThat(match.through()).isFalse());
        assertThat(ItemAddresses.match(EPISODE, "https://stats.example/cdn.example/lathe/007.mp3"))
                .hasValueSatisfying(match -> {
                    assertThat(match.through()).isTrue();
                    assertThat(match.words()).isEqualTo("about the audio, by way of another host");
                });
    }

    @Test
    void searchesForThePageFirstAndForNothingTwice() {
        ContentSnapshot moved = item(
                PAGE,
                List.of(
                        "http://lathe.example/2026/03/chisels-and-gouges/",
                        "https://lathe.example/old.html",
                        "https://lathe.example/old/",
                        "https://lathe.example/newer/"),
                AUDIO,
                "https://lathe.example/?p=7");

        assertThat(ItemAddresses.of(moved))
                .extracting(URI::toString)
                .containsExactly(
                        PAGE,
                        AUDIO,
                        "https://cdn.example/lathe/007.mp3",
                        "https://lathe.example/newer/",
                        "https://lathe.example/old/",
                        "https://lathe.example/?p=7");
    }

    @Test
    void searchesForFewOfManyAndKnowsThemAll() {
        List<String> earlier = IntStream.range(0, 200)
                .mapToObj(i -> "https://lathe.example/draft/" + i)
                .toList();
        ContentSnapshot moved = item(PAGE, earlier, AUDIO, "lathe-7");

        assertThat(ItemAddresses.of(moved)).hasSize(12).endsWith(URI.create("https://lathe.example/draft/191"));
        assertThat(ItemAddresses.match(moved, "http://lathe.example/draft/0/")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "https://lathe.example/ep/7/,https://lathe.example/ep/7",
        "https://lathe.example/ep/7,https://lathe.example/ep/7/",
        "https://www.lathe.example/7.mp3,https://lathe.example/7.mp3",
        "https://lathe.example,https://lathe.example/"
    })
    void offersTheLikeliestOtherSpellingFirst(URI address, URI spelling) {
        List<URI> spellings = ItemAddresses.spellings(address);

        assertThat(spellings).startsWith(spelling).doesNotContain(address).doesNotHaveDuplicates();
        assertThat(spellings).allSatisfy(other -> assertThat(WebAddress.of(other.toString()))
                .isEqualTo(WebAddress.of(address.toString())));
    }

    @Test
    void comparesAddressesInOtherScripts() {
        ContentSnapshot post = item("https://bücher.example/straße/%C3%BCber/", List.of(), null, "x");

        assertThat(ItemAddresses.match(post, "https://xn--bcher-kva.example/stra%C3%9Fe/über"))
                .isPresent();
        assertThat(ItemAddresses.match(post, "https://xn--bcher-kva.example/stra%c3%9fe/%c3%bcber/"))
                .isPresent();
    }

    @Test
    void keepsApartWhatDiffersInAnEscapedSlash() {
        ContentSnapshot post = item("https://lathe.example/a%2Fb", List.of(), null, "x");

        assertThat(ItemAddresses.match(post, "https://lathe.example/a/b")).isEmpty();
        assertThat(ItemAddresses.match(post, "https://lathe.example/a%2fb/")).isPresent();
    }

    @Test
    void keepsApartPagesThatAScriptShows() {
        ContentSnapshot post = item("https://lathe.example/#/posts/1", List.of(), null, "x");

        assertThat(ItemAddresses.match(post, "https://lathe.example/#/posts/2")).isEmpty();
        assertThat(ItemAddresses.match(post, "http://lathe.example/#/posts/1/")).isPresent();
    }

    private static Optional<AddressMatch.Kind> match(String about) {
        return ItemAddresses.match(EPISODE, about).map(AddressMatch::kind);
    }

    private static ContentSnapshot item(String url, List<String> earlier, @Nullable String audio, String guid) {
        Instant out = Instant.parse("2026-03-02T06:00:00Z");
        return new ContentSnapshot(
                "lathe",
                "i",
                "c7",
                1,
                1,
                new Batch("c1", 0, 1),
                ContentSnapshot.Status.PUBLISHED,
                Cause.CONTENT,
                Kind.EPISODE,
                guid,
                url,
                earlier,
                "_episodes/7.md",
                "c1",
                "b1",
                "Chisels and Gouges",
                out,
                out,
                false,
                List.of("Ann"),
                List.of(),
                "en",
                null,
                null,
                "",
                null,
                audio == null ? null : new Enclosure(audio, 1L, "audio/mpeg", 60L),
                List.of(),
                null,
                null,
                null,
                Map.of(),
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                out,
                null);
    }
}
