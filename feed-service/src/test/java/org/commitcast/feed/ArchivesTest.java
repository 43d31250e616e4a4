package org.commitcast.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.commitcast.contentevents.Event;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds whose older items stand in archives. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ArchivesTest {
    private static final int PAGE = 3;
    private static final Duration SOON = Duration.ofSeconds(60);

    @TestHTTPResource(value = "/health/ready", management = true)
    String readiness = "";

    private final Show show = new Show().withFeed(paged(PAGE, null));

    private static FeedDefinition paged(int pageSize, @Nullable Integer limit) {
        return new FeedDefinition(
                "show",
                List.of(Kind.EPISODE),
                null,
                null,
                limit,
                List.of(),
                List.of(),
                null,
                null,
                false,
                pageSize,
                null,
                false);
    }

    @ParameterizedTest
    @CsvSource({
        "rss, <title>Tide (\\d+)</title>, href=\"([^\"]+)\" rel=\"prev-archive\"",
        "atom, <title>Tide (\\d+)</title>, href=\"([^\"]+)\" rel=\"prev-archive\"",
        "json, \"title\" : \"Tide (\\d+)\", \"next_url\" : \"([^\"]+)\""
    })
    void leadsFromTheNewestItemToTheOldest(String ending, String title, String link) {
        publish(7);

        List<List<String>> documents = new ArrayList<>();
        String next = show.path("show." + ending);
        while (!next.isEmpty()) {
            String text = given().get(next).then().statusCode(200).extract().asString();
            documents.add(found(title, text));
            next = found(link, text).stream()
                    .findFirst()
                    .map(url -> url.substring("https://commitcast.example".length()))
                    .orElse("");
        }

        assertThat(documents).containsExactly(List.of("7", "6", "5"), List.of("6", "5", "4"), List.of("3", "2", "1"));
    }

    private static List<String> found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void anArchiveSaysThatItIsOneAndWhereReadersSubscribe() {
        publish(4);

        given().get(show.path("show/1.rss"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=3600, stale-while-revalidate=600, stale-if-error=604800")
                .contentType("application/rss+xml; charset=utf-8")
                .body(containsString("<fh:archive"))
                .body(containsString("href=\"https://commitcast.example" + show.path("show/1.rss") + "\" rel=\"self\""))
                .body(containsString(
                        "href=\"https://commitcast.example" + show.path("show.rss") + "\" rel=\"current\""));
        given().get(show.path("show/2.rss")).then().statusCode(404);
        given().get(show.path("show/1.json"))
                .then()
                .statusCode(200)
                .body("feed_url", equalTo("https://commitcast.example" + show.path("show/1.json")));
    }

    @Test
    void whereDocumentsAreCopiedToTheShowsOwnHostAllLeadToThere() {
        show.copiedTo("https://show.example/feeds/");
        publish(7);

        get("show.rss")
                .then()
                .body(containsString("href=\"https://show.example/feeds/show/2.rss\" rel=\"prev-archive\""));
        get("show/2.rss")
                .then()
                .body(containsString("href=\"https://show.example/feeds/show/2.rss\" rel=\"self\""))
                .body(containsString("href=\"https://show.example/feeds/show/1.rss\" rel=\"prev-archive\""))
                .body(containsString("href=\"https://show.example/feeds/show.rss\" rel=\"current\""));
        given().header("Authorization", "Bearer " + Backends.TOKEN)
                .get("/api/v1/feeds/" + show.site + "/documents")
                .then()
                .statusCode(200)
                .body("settled", equalTo(true))
                .body("documents.file", hasItems("show.rss", "show/1.rss", "show/2.atom", "show/2.json"));
    }

    @Test
    void aNewItemLeavesArchivesAsTheyAre() {
        publish(6);
        Map<String, String> before = editions("show/1.rss", "show/2.rss", "show/2.atom", "show/2.json");

        Topics.send(show.episode(7).snapshot());
        awaitText("show.rss", "Tide 7");
        assertThat(editions("show/1.rss", "show/2.rss", "show/2.atom", "show/2.json"))
                .isEqualTo(before);
        Topics.send(show.episode(8).snapshot(), show.episode(9).snapshot());
        awaitText("show/3.rss", "Tide 9");

        assertThat(editions("show/1.rss", "show/2.rss", "show/2.atom", "show/2.json"))
                .isEqualTo(before);
        awaitTold(told -> {
            assertThat(told.items()).isEqualTo(9);
            assertThat(told.removed()).isEmpty();
            assertThat(told.changed()).isEmpty();
        });
    }

    @Test
    void tellsWhatIsDifferentInAnOldItem() {
        publish(7);
        String subscribed = get("show.rss").header("ETag");
        String other = edition("show/2.rss");

        Topics.send(show.episode(2).revision(2, 8).dated(2).titled("Ebb 2").snapshot());

        awaitText("show/1.rss", "Ebb 2");
        assertThat(edition("show/2.rss")).isEqualTo(other);
        assertThat(get("show.rss").header("ETag")).isEqualTo(subscribed);
        awaitTold(told -> {
            assertThat(told.changed()).containsExactly(show.site + "-2");
            assertThat(told.differences())
                    .containsExactly(
                            new FeedState.Difference(show.site + "-2", List.of("content", "description", "title")));
            assertThat(told.items()).isEqualTo(7);
        });
    }

    @Test
    void tellsWhoseEnclosureIsReplaced() {
        publish(2);

        Topics.send(show.episode(2)
                .revision(2, 3)
                .dated(2)
                .heardAt("https://audio.example/2-again.mp3")
                .snapshot());

        awaitTold(told -> {
            assertThat(told.added()).isEmpty();
            assertThat(told.differences())
                    .containsExactly(new FeedState.Difference(show.site + "-2", List.of("enclosure")));
        });
    }

    @Test
    void aRemovedItemLeavesAllOtherArchivesAsTheyAre() {
        publish(9);
        Map<String, String> others = editions("show/1.rss", "show/3.rss", "show/3.atom");

        Topics.send(show.episode(4).revision(2, 10).withdrawn().snapshot());

        awaitTitles("show/2.rss", "Tide 6", "Tide 5");
        awaitTold(told -> {
            assertThat(told.removed()).containsExactly(show.site + "-4");
            assertThat(told.added()).isEmpty();
            assertThat(told.changed()).isEmpty();
            assertThat(told.items()).isEqualTo(8);
        });
        assertThat(editions("show/1.rss", "show/3.rss", "show/3.atom")).isEqualTo(others);

        Topics.send(show.episode(10).revision(1, 11).snapshot());
        awaitTitles("show.rss", "Tide 10", "Tide 9", "Tide 8");
        awaitTold(told -> assertThat(told.items()).isEqualTo(9));
    }

    @Test
    void anArchiveStaysThoughNothingOfItIsLeft() {
        publish(6);

        for (int number = 1; number <= 3; number++) {
            Topics.send(show.episode(number).revision(2, 6 + number).withdrawn().snapshot());
        }

        awaitTitles("show/1.rss");
        awaitTitles("show/2.rss", "Tide 6", "Tide 5", "Tide 4");
        assertThat(get("show/1.rss").statusCode()).isEqualTo(200);
        awaitTold(told -> assertThat(told.items()).isEqualTo(3));
        Topics.send(show.episode(3).revision(3, 10).snapshot());
        awaitTitles("show/1.rss", "Tide 3");
    }

    @Test
    void anArchiveEndsEarlierThatWouldBeTooLargeAndTakesInWhatHasRoomLater() {
        // It stands in the description as well: two of them have room in four megabytes, three have not.
        String more = " And so on.".repeat(70_000);
        Topics.send(show.defined(1));
        for (int number = 1; number <= 4; number++) {
            Topics.send(show.episode(number).saying(more).snapshot());
        }
        Topics.send(show.imported(2, 4));
        awaitTitles("show.rss", "Tide 4", "Tide 3");
        awaitTitles("show/1.rss", "Tide 2", "Tide 1");
        assertThat(get("show/1.rss").asByteArray()).hasSizeBetween(3_000_000, 4 << 20);

        Topics.send(show.episode(3).revision(2, 5).snapshot());

        awaitTitles("show/1.rss", "Tide 3", "Tide 2", "Tide 1");
        awaitTitles("show.rss", "Tide 4", "Tide 3", "Tide 2");
        given().header("Authorization", "Bearer " + Backends.TOKEN)
                .post("/api/v1/feeds/" + show.site + "/rebuild")
                .then()
                .statusCode(200)
                .body("identical", equalTo(true));
    }

    @Test
    void leavesOutOfAnArchiveWhatCannotBeRendered() {
        publish(6);

        Topics.send(show.episode(2).revision(2, 7).dated(2).guid(" ").snapshot());

        awaitTitles("show/1.rss", "Tide 3", "Tide 1");
        awaitTold(told -> {
            assertThat(told.failed()).containsExactly(new FeedState.Failure(show.site + "-2", "has no guid"));
            assertThat(told.removed()).containsExactly(show.site + "-2");
            assertThat(told.items()).isEqualTo(5);
        });
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        given().get(readiness).jsonPath().getString("checks.find { it.name == 'feeds' }.data.left-out"))
                .contains(show.site + ": 1 (has no guid)"));
    }

    @Test
    void comesToTheSameInWhateverOrderItemsCome() {
        publish(8);
        Show other = Show.named(show.site + "x").withFeed(paged(PAGE, null));
        List<Event> items = new ArrayList<>(IntStream.rangeClosed(1, 8)
                .mapToObj(number -> (Event) other.episode(number).snapshot())
                .toList());
        Collections.shuffle(items, new Random(7));
        Topics.send(other.defined(1));
        items.forEach(Topics::send);
        Topics.send(other.imported(2, 8));
        awaitText(other.path("show.rss"), "Tide 8", "");
        awaitServed(other);

        for (String file : List.of("show.rss", "show/1.rss", "show/2.rss", "show/2.json")) {
            assertThat(sayingNothingOfTheSite(other, file)).as(file).isEqualTo(sayingNothingOfTheSite(show, file));
        }
    }

    private static String sayingNothingOfTheSite(Show show, String file) {
        return given().get(show.path(file))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("<podcast:guid>[^<]+", "")
                .replace(show.site, "SITE");
    }

    @Test
    void withoutArchivesAllItemsAreInOneDocumentAgain() {
        publish(7);

        show.withFeed(new FeedDefinition("show", List.of(Kind.EPISODE), null, null, null));
        Topics.send(show.imported(3, 7));

        awaitStatus("show/1.rss", 404);
        awaitTitles("show.rss", "Tide 7", "Tide 6", "Tide 5", "Tide 4", "Tide 3", "Tide 2", "Tide 1");
        show.withFeed(paged(2, 5));
        Topics.send(show.imported(4, 7));
        awaitStatus("show/3.rss", 200);
        awaitTitles("show.rss", "Tide 7", "Tide 6", "Tide 5", "Tide 4", "Tide 3");
        awaitTold(told -> assertThat(told.items()).isEqualTo(7));
    }

    @Test
    void rebuildsComeToTheSameArchives() {
        publish(7);
        Topics.send(show.episode(3).revision(2, 8).dated(9).snapshot());
        awaitText("show.rss", "Tide 3");
        Topics.send(show.episode(2).revision(2, 9).withdrawn().snapshot());
        awaitTitles("show/1.rss", "Tide 4", "Tide 1");
        awaitServed(show);
        String archive = edition("show/2.rss");

        given().header("Authorization", "Bearer " + Backends.TOKEN)
                .post("/api/v1/feeds/" + show.site + "/rebuild")
                .then()
                .statusCode(200)
                .body("identical", equalTo(true))
                .body("feeds.find { it.feed == 'show' }.items", equalTo(6))
                .body("feeds.find { it.feed == 'show' }.documents", equalTo(3));

        assertThat(edition("show/2.rss")).isEqualTo(archive);
        Topics.send(show.episode(10).revision(1, 10).snapshot());
        awaitText("show.rss", "Tide 10");
    }

    private void publish(int episodes) {
        Topics.send(show.defined(1));
        Topics.send(IntStream.rangeClosed(1, episodes)
                .mapToObj(number -> show.episode(number).snapshot())
                .toArray(Event[]::new));
        Topics.send(show.imported(2, episodes));
        awaitText("show.rss", "Tide " + episodes);
        awaitServed(show);
    }

    /** Documents are put in place one after the other. */
    private static void awaitServed(Show show) {
        await().atMost(SOON).untilAsserted(() -> {
            JsonPath listed = given().header("Authorization", "Bearer " + Backends.TOKEN)
                    .get("/api/v1/feeds/" + show.site + "/documents")
                    .then()
                    .statusCode(200)
                    .body("settled", equalTo(true))
                    .extract()
                    .jsonPath();
            List<String> files = listed.getList("documents.file", String.class);
            assertThat(files).isNotEmpty();
            assertThat(files.stream().map(file -> String.valueOf(
                                    given().get(show.path(file)).header("ETag"))
                            .replace("-gzip", "")))
                    .isEqualTo(listed.getList("documents.etag", String.class));
        });
    }

    private void awaitTitles(String file, String... titles) {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        found("<title>(Tide \\d+)</title>", get(file).asString()))
                .containsExactly(titles));
    }

    private Map<String, String> editions(String... files) {
        return Stream.of(files).collect(Collectors.toMap(file -> file, this::edition));
    }

    /** What readers would notice any change by. */
    private String edition(String file) {
        Response response = get(file);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.header("ETag") + " " + response.header("Last-Modified");
    }

    private Response get(String file) {
        return given().get(show.path(file));
    }

    private void awaitText(String file, String text) {
        awaitText(show.path(file), text, "<");
    }

    private static void awaitText(String path, String text, String behind) {
        await().atMost(SOON)
                .untilAsserted(() -> given().get(path).then().statusCode(200).body(containsString(text + behind)));
    }

    private void awaitStatus(String file, int status) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get(file).statusCode()).isEqualTo(status));
    }

    private void awaitTold(ThrowingConsumer<FeedState> what) {
        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.feedStates(show.site).stream()
                        .filter(state -> state.feed().equals("show"))
                        .reduce((earlier, later) -> later))
                .hasValueSatisfying(what));
    }
}
