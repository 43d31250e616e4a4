package org.commitcast.notify.measurement;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.commitcast.contentevents.Batch;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentevents.SiteState;
import org.commitcast.notify.Backends;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.catalogue.Sites;
import org.commitcast.notify.follow.FollowTurns;
import org.commitcast.notify.lane.Turn;
import org.commitcast.notify.measurement.World.Published;
import org.commitcast.notify.search.SearchTurns;
import org.commitcast.notify.search.Searches;
import org.commitcast.notify.time.SimulatedTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * A day of 10,000 items at six sources, in simulated time: the real schedules, budgets, clients and store; the sources
 * are stand-ins. Says how often each source was asked, how old threads of items in their first six hours were when they
 * were found, and what the store came to.
 */
@QuarkusTest
@TestProfile(DiscussionDay.Profile.class)
class DiscussionDay {
    /** Time stands still while turns are taken, and some limits are for a second. */
    private static final Duration TURN = Duration.ofSeconds(2);

    private static final Duration STEP = Duration.ofSeconds(10);
    private static final Map<String, List<Limit>> PUBLISHED = Map.of(
            "hackernews", List.of(new Limit(10_000, Duration.ofHours(1))),
            "lobsters",
                    List.of(
                            new Limit(30, Duration.ofMinutes(1)),
                            new Limit(100, Duration.ofMinutes(10)),
                            new Limit(400, Duration.ofHours(1))),
            "reddit", List.of(new Limit(100, Duration.ofMinutes(1))),
            "mastodon", List.of(new Limit(300, Duration.ofMinutes(5))));

    /** What a source says that it takes. */
    private record Limit(int calls, Duration in) {}

    /** Schedules stand still: the measurement takes their turns. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SimulatedTime.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.scheduler.enabled", "false", "quarkus.log.level", "WARN");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Backends.class), new TestResourceEntry(SixSources.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Inject
    SimulatedTime time;

    @Inject
    Items items;

    @Inject
    Sites sites;

    @Inject
    Searches searches;

    @Inject
    SearchTurns searchTurns;

    @Inject
    FollowTurns followTurns;

    @Inject
    AgroalDataSource database;

    @Inject
    @ConfigProperty(name = "measurement.clock")
    String clock;

    private final World world = World.create();
    private final Map<String, Instant> quietUntil = new HashMap<>();
    private final ExecutorService lanes = Executors.newCachedThreadPool();

    /** Calls of each source in each step. */
    private final Map<String, List<Long>> calls = new TreeMap<>();

    @Test
    void measure() throws Exception {
        time.set(World.START);
        publishSites();
        int next = 0;
        int posted = 0;
        Map<String, Long> before = Map.of();
        long sizeBefore = 0;
        for (Instant now = World.START; now.isBefore(World.END); now = now.plus(TURN)) {
            time.set(now);
            next = publish(next, now);
            posted = post(posted, now);
            turns(now);
            if (Duration.between(World.START, now).toSeconds() % STEP.toSeconds() == 0) {
                Map<String, Long> total = totals();
                if (!now.isBefore(World.DAY)) {
                    count(total, before);
                }
                before = total;
            }
            if (now.equals(World.DAY)) {
                sizeBefore = size();
            }
            if (Duration.between(World.START, now).toSeconds() % 3600 == 0) {
                System.out.printf("simulated %s, %d items, %d threads, calls %s%n", now, next, posted, before);
            }
        }
        lanes.shutdown();
        report(sizeBefore);
    }

    private void publishSites() {
        SiteDefinition definition = new SiteDefinition(
                "https://forge.example/show.git",
                "main",
                "Show",
                URI.create("https://show.example"),
                null,
                null,
                "en",
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                "UTC",
                List.of(),
                false,
                false,
                Map.of(),
                List.of(),
                null,
                null,
                false,
                null);
        QuarkusTransaction.requiringNew().run(() -> world.items().stream()
                .map(Published::site)
                .distinct()
                .forEach(site -> sites.take(new SiteState(
                        site, site, 1, SiteState.Lifecycle.IMPORTED, definition, null, null, World.START))));
    }

    private int publish(int from, Instant now) {
        int next = from;
        while (next < world.items().size() && !world.items().get(next).at().isAfter(now)) {
            ContentSnapshot item = snapshot(world.items().get(next));
            QuarkusTransaction.requiringNew().run(() -> {
                items.take(item);
                searches.consider(item);
            });
            next++;
        }
        return next;
    }

    private int post(int from, Instant now) {
        int next = from;
        while (next < world.threads().size() && !world.threads().get(next).at().isAfter(now)) {
            next++;
        }
        if (next > from) {
            RestAssured.given()
                    .baseUri(clock)
                    .body(now.toString())
                    .post()
                    .then()
                    .statusCode(204);
        }
        return next;
    }

    private static ContentSnapshot snapshot(Published item) {
        return new ContentSnapshot(
                item.site(),
                item.site(),
                "item-" + item.number(),
                1,
                item.number(),
                new Batch("c", 0, 1),
                ContentSnapshot.Status.PUBLISHED,
                Cause.CONTENT,
                Kind.EPISODE,
                "guid-" + item.number(),
                item.url(),
                List.of(item.earlierUrl()),
                item.number() + ".md",
                "c",
                "b",
                item.title(),
                item.at(),
                item.at(),
                false,
                List.of(),
                List.of(),
                "en",
                null,
                null,
                "",
                null,
                new Enclosure(item.audio(), 1L, "audio/mpeg", 60L),
                List.of(),
                null,
                null,
                null,
                Map.of(),
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                World.START,
                null);
    }

    private void turns(Instant now) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        Set<String> due = new TreeSet<>();
        query(
                "select source from item_search where next_at <= '" + now + "' group by source",
                row -> due.add(row.getString(1)));
        for (String source : due) {
            running.add(lanes.submit(() -> work("search " + source, now, key -> searchTurns.take(source))));
        }
        for (String server : followTurns.due()) {
            running.add(lanes.submit(() -> work("follow " + server, now, key -> followTurns.take(server))));
        }
        for (Future<?> one : running) {
            one.get();
        }
    }

    private void work(String key, Instant now, Function<String, Turn> take) {
        synchronized (quietUntil) {
            if (quietUntil.getOrDefault(key, Instant.MIN).isAfter(now)) {
                return;
            }
        }
        Turn turn = Turn.DONE;
        while (turn.worked() && turn.quiet() == null) {
            turn = take.apply(key);
        }
        if (turn.quiet() != null) {
            synchronized (quietUntil) {
                quietUntil.put(key, now.plus(turn.quiet()));
            }
        }
    }

    private Map<String, Long> totals() throws SQLException {
        Map<String, Long> totals = new TreeMap<>();
        query("select source, sum(calls) from source_budget group by source", row -> {
            totals.put(row.getString(1), row.getLong(2));
        });
        return totals;
    }

    private void count(Map<String, Long> total, Map<String, Long> before) {
        total.forEach((source, sum) ->
                calls.computeIfAbsent(source, any -> new ArrayList<>()).add(sum - before.getOrDefault(source, 0L)));
    }

    private long size() throws SQLException {
        List<Long> size = new ArrayList<>();
        query(
                "select sum(pg_total_relation_size(name::regclass)) from unnest(array['item_search','followed_thread',"
                        + "'thread_count','candidate','discussion','source_call','source_budget']) as name",
                row -> size.add(row.getLong(1)));
        return size.get(0);
    }

    private void report(long sizeBefore) throws SQLException {
        System.out.println("calls in one day, and the most in any time, against what the source says that it takes");
        calls.forEach((source, steps) -> {
            System.out.printf(
                    "  %-11s %6d a day",
                    source, steps.stream().mapToLong(Long::longValue).sum());
            for (Limit limit : PUBLISHED.getOrDefault(source, List.of(new Limit(0, Duration.ofHours(1))))) {
                System.out.printf(
                        "; %d of %s in %s",
                        most(steps, limit.in()), limit.calls() == 0 ? "any" : limit.calls(), limit.in());
            }
            System.out.println();
        });
        query(
                """
                select source, count(*), percentile_disc(0.5) within group (order by age),
                percentile_disc(0.95) within group (order by age), max(age)
                from (select source, extract(epoch from found_at - posted_at) as age from candidate) ages
                group by rollup (source) order by source""",
                row -> System.out.printf(
                        "threads found at %-11s %4d; age when found: median %.0f s, p95 %.0f s, most %.0f s%n",
                        row.getString(1) == null ? "all" : row.getString(1),
                        row.getLong(2),
                        row.getDouble(3),
                        row.getDouble(4),
                        row.getDouble(5)));
        System.out.printf(
                "threads posted in the day: %d, found: see above%n",
                world.threads().size());
        query("select count(*) from thread_count", row -> System.out.printf("counts kept: %d%n", row.getLong(1)));
        long grown = size() - sizeBefore;
        System.out.printf(
                "tables: %d KiB before, %d KiB more after the day: %.1f MiB in a year%n",
                sizeBefore >> 10, grown >> 10, grown * 365.0 / (1 << 20));
    }

    private static long most(List<Long> steps, Duration in) {
        int width = (int) in.dividedBy(STEP);
        long most = 0;
        long sum = 0;
        for (int i = 0; i < steps.size(); i++) {
            sum += steps.get(i) - (i >= width ? steps.get(i - width) : 0);
            most = Math.max(most, sum);
        }
        return most;
    }

    /** What is done with a row. */
    private interface Rows {
        void take(ResultSet row) throws SQLException;
    }

    private void query(String sql, Rows rows) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.take(found);
            }
        }
    }
}
