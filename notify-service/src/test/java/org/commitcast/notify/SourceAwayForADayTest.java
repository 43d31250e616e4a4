package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.catalogue.Sites;
import org.commitcast.notify.discussion.Discussions;
import org.commitcast.notify.follow.FollowTurns;
import org.commitcast.notify.lane.Turn;
import org.commitcast.notify.search.SearchTurns;
import org.commitcast.notify.search.Searches;
import org.commitcast.notify.time.SimulatedTime;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A source that does not answer for a day, while another does; time passes as fast as turns are taken. */
@QuarkusTest
@Tag("proof")
@TestProfile(SourceAwayForADayTest.StoppedSchedules.class)
class SourceAwayForADayTest {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int MOST_SECONDS = 30;

    /** The test takes their turns. */
    public static final class StoppedSchedules implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SimulatedTime.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.scheduler.enabled", "false");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Backends.class), new TestResourceEntry(StandIns.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    /** Two sources. */
    public static final class StandIns implements QuarkusTestResourceLifecycleManager {
        private final SourceStandIns sources = new SourceStandIns();

        @Override
        public Map<String, String> start() {
            sources.lobsters.hasNoLimits();
            Map<String, String> settings = new HashMap<>(sources.settings());
            settings.put("commitcast.sources.searched", "hackernews,lobsters");
            return settings;
        }

        @Override
        public void stop() {
            sources.close();
        }
    }

    @Inject
    SimulatedTime time;

    @Inject
    DataSource dataSource;

    @Inject
    Sites sites;

    @Inject
    Items items;

    @Inject
    Searches searches;

    @Inject
    Discussions discussions;

    @Inject
    SearchTurns searchTurns;

    @Inject
    FollowTurns followTurns;

    private final SampleShow show = SampleShow.ungated();
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Map<String, Instant> quietUntil = new HashMap<>();

    /** When the source that is away was asked. */
    private final List<Instant> asked = new ArrayList<>();

    private int lastCalls;

    @Test
    void nothingIsLostAndOthersGoOn() {
        time.set(start);
        // What other tests left has its own turns.
        NotifyFlow.change(dataSource, "delete from item_search where content_id <> ?", "");
        NotifyFlow.change(dataSource, "update followed_thread set next_at = null where content_id <> ?", "");
        QuarkusTransaction.requiringNew().run(() -> sites.take(show.defined()));
        ContentSnapshot before = published("Before", start);
        discuss("hackernews", "1", before, 3);
        pass(Duration.ZERO, Duration.ofMinutes(1), SHORT, true);
        assertThat(comments(before)).containsExactly("hackernews 3");

        down("true");
        ContentSnapshot first = published("On the first minute", start.plusSeconds(60));
        discuss("hackernews", "2", first, 5);
        asked.clear();
        pass(Duration.ofMinutes(1), Duration.ofMinutes(12), SHORT, false);
        List<Duration> gaps = gaps();
        assertThat(gaps).as("pauses grow").isSorted().hasSizeBetween(5, 8);
        assertThat(gaps.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(10));

        ContentSnapshot old = published("Of long ago", start.minus(Duration.ofDays(3_000)));
        time.set(start.plus(Duration.ofMinutes(12)));
        discuss("lobsters", "old", old, 4);
        String archive = backfill();
        pass(Duration.ofMinutes(12), Duration.ofHours(3), LONG, false);
        ContentSnapshot second = published("In the meantime", start.plus(Duration.ofHours(3)));
        discuss("hackernews", "3", second, 7);
        discuss("lobsters", "abc", second, 2);
        pass(Duration.ofHours(3), Duration.ofHours(3).plusMinutes(15), LONG, false);
        assertThat(comments(second)).as("another source goes on").containsExactly("lobsters 2");

        pass(Duration.ofHours(3).plusMinutes(15), Duration.ofHours(12), LONG, false);
        assertThat(gaps().stream().skip(8))
                .as("and grow no longer than to their bound")
                .allMatch(gap -> gap.compareTo(LONGEST_PAUSE) >= 0)
                .allMatch(gap -> gap.compareTo(LONGEST_PAUSE.plus(LONG)) <= 0);
        assertThat(archive(archive)).as("an archive waits for the source").isEqualTo("running [0, 3] [0, 0] [0, 1]");
        NotifyFlow.change(
                dataSource,
                "update backfill_silence set since = since - interval '12 hours' where source = ?",
                "hackernews");
        pass(Duration.ofHours(12), Duration.ofDays(1), LONG, true);
        assertThat(archive(archive)).as("but no longer than a day").isEqualTo("done [0, 3] [2, 0] [0, 1]");
        assertThat(comments(old)).containsExactly("lobsters 4");
        assertThat(comments(first)).isEmpty();
        assertThat(comments(before)).as("what is known stays").containsExactly("hackernews 3");

        down("false");
        discuss("hackernews", "1", before, 30);
        pass(Duration.ofDays(1), Duration.ofDays(1).plus(LONGEST_PAUSE).plusMinutes(1), Duration.ofSeconds(30), true);
        assertThat(comments(first)).containsExactly("hackernews 5");
        assertThat(comments(second)).containsExactlyInAnyOrder("lobsters 2", "hackernews 7");
        pass(Duration.ofDays(1).plusMinutes(11), Duration.ofDays(1).plusMinutes(90), LONG, true);
        assertThat(comments(before)).containsExactly("hackernews 30");
    }

    private String backfill() {
        return Admin.call()
                .body(Map.of("site", show.site))
                .post("/api/v1/discussions/backfill")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Its state, and for Hacker News and Lobsters how many searches are finished, given up, and found anything. */
    private static String archive(String id) {
        JsonPath archive = Admin.call()
                .get("/api/v1/discussions/backfill/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return Stream.of("state", "sources.finished", "sources.givenUp", "sources.found")
                .map(archive::getString)
                .collect(Collectors.joining(" "));
    }

    private ContentSnapshot published(String title, Instant at) {
        time.set(at);
        ContentSnapshot item = show.baselineOf(title, at);
        QuarkusTransaction.requiringNew().run(() -> {
            items.take(item);
            searches.consider(item);
        });
        return item;
    }

    private void pass(Duration from, Duration to, Duration step, boolean following) {
        for (Instant now = start.plus(from); now.isBefore(start.plus(to)); now = now.plus(step)) {
            time.set(now);
            takeAll(following);
            // A source takes so many calls in a second; the rest of the step nobody waits for.
            for (int i = 0; i < MOST_SECONDS && isSoon(time.now()); i++) {
                time.set(time.now().plusSeconds(1));
                takeAll(following);
            }
            int calls = standIn("hackernews").get("/stand-in/calls").path("calls");
            if (calls > lastCalls) {
                asked.add(now);
            }
            lastCalls = calls;
        }
    }

    private boolean isSoon(Instant now) {
        return quietUntil.values().stream().anyMatch(until -> until.isAfter(now) && !until.isAfter(now.plusSeconds(1)));
    }

    private void takeAll(boolean following) {
        List.of("hackernews", "lobsters").forEach(source -> takeTurns("search " + source, source, searchTurns::take));
        if (following) {
            followTurns.due().forEach(server -> takeTurns("follow " + server, server, followTurns::take));
        }
    }

    private void takeTurns(String lane, String key, Function<String, Turn> take) {
        Turn turn = quietUntil.getOrDefault(lane, Instant.MIN).isAfter(time.now()) ? Turn.NOTHING : Turn.DONE;
        while (turn.worked() && turn.quiet() == null) {
            turn = take.apply(key);
        }
        if (turn.quiet() != null) {
            quietUntil.put(lane, time.now().plus(turn.quiet()));
        }
    }

    private List<Duration> gaps() {
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < asked.size(); i++) {
            gaps.add(Duration.between(asked.get(i - 1), asked.get(i)));
        }
        return gaps;
    }

    private List<String> comments(ContentSnapshot item) {
        return QuarkusTransaction.requiringNew().call(() -> discussions.of(item.contentId()).stream()
                .map(DiscussionState::threads)
                .flatMap(List::stream)
                .map(SourceAwayForADayTest::comments)
                .toList());
    }

    private static String comments(DiscussionThread thread) {
        return thread.platform() + " " + thread.comments();
    }

    private static void discuss(String source, String id, ContentSnapshot item, int comments) {
        String thread = JsonNodeFactory.instance
                .objectNode()
                .put("title", item.title())
                .put("url", item.url())
                .put("score", 9)
                .put("comments", comments)
                .toString();
        standIn(source).body(thread).put("/stand-in/threads/" + id).then().statusCode(200);
    }

    private static void down(String is) {
        standIn("hackernews").body(is).put("/stand-in/down").then().statusCode(200);
    }

    private static RequestSpecification standIn(String source) {
        return Stream.of("items-url", "url")
                .map(name -> ConfigProvider.getConfig()
                        .getOptionalValue("commitcast.sources." + source + "." + name, String.class))
                .flatMap(url -> url.stream())
                .findFirst()
                .map(url -> RestAssured.given().baseUri(url))
                .orElseThrow();
    }
}
