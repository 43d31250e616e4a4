package org.commitcast.notify.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.notify.HackerNewsStandIn;
import org.commitcast.notify.outgoing.LoopbackHttp;
import org.commitcast.notify.time.DatabaseTime;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoredBudgetsTest {
    @Inject
    StoredBudgets budgets;

    @Inject
    EntityManager database;

    @Inject
    DatabaseTime time;

    @Inject
    DataSource dataSource;

    @Test
    void everyLimitHoldsInEveryWindow() {
        Budget budget = budget(new CallLimit(2, Duration.ofMinutes(1)), new CallLimit(3, Duration.ofHours(1)));

        assertThat(granted(budgets, budget, 3)).isEqualTo(2);
        pass(budget, "50 seconds");
        assertThat(wait(budget)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        pass(budget, "10 seconds");
        assertThat(granted(budgets, budget, 2)).isEqualTo(1);
        assertThat(wait(budget)).isBetween(Duration.ofMinutes(58), Duration.ofMinutes(59));
        pass(budget, "59 minutes");
        assertThat(granted(budgets, budget, 4)).isEqualTo(2);
    }

    @Test
    void instancesThatAskAtOnceShareOneBudget() throws Exception {
        Budget budget = budget(CallLimit.perHour(40));
        StoredBudgets other = new StoredBudgets(database, time);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Integer>> askers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                StoredBudgets instance = i % 2 == 0 ? budgets : other;
                askers.add(() -> granted(instance, budget, 15));
            }
            int granted = 0;
            for (Future<Integer> asker : threads.invokeAll(askers)) {
                granted += asker.get();
            }
            assertThat(granted).isEqualTo(40);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void keepsNoMoreCallsThanItsLimitsLookAt() throws SQLException {
        Budget budget = budget(new CallLimit(5, Duration.ofNanos(1)));

        assertThat(granted(budgets, budget, 30)).isEqualTo(30);

        assertThat(count(budget)).isEqualTo(5);
    }

    @Test
    void limitThatWasRaisedStartsWithWhatIsStillKnown() {
        String part = UUID.randomUUID().toString();
        granted(budgets, Budget.of("example", part, new CallLimit(2, Duration.ofNanos(1))), 5);
        Budget raised = Budget.of("example", part, CallLimit.perHour(4));

        assertThat(wait(raised)).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
    }

    @Test
    void whatASourceAsksForHoldsForAllInstances() {
        Budget budget = budget(CallLimit.perHour(100));
        StoredBudgets other = new StoredBudgets(database, time);

        budgets.failed(budget, admission(budget), Duration.ofMinutes(20), "example asks for fewer calls");

        assertThat(other.take(budget)).isInstanceOfSatisfying(Admission.Wait.class, wait -> {
            assertThat(wait.reason()).isEqualTo("example is left alone: example asks for fewer calls");
            assertThat(wait.time()).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
        });
        assertThat(granted(other, budget(CallLimit.perHour(100)), 1)).isEqualTo(1);
        pass(budget, "20 minutes");
        assertThat(admission(budget).failures()).isEqualTo(1);
    }

    @Test
    void sourceThatAsksOneInstanceForSilenceIsNotAskedByAnother() {
        Budget budget = budget(CallLimit.perHour(100));
        CallCounts counts = new CallCounts(new SimpleMeterRegistry());
        SourceHttp one = new SourceHttp(LoopbackHttp.create(), budgets, counts);
        SourceHttp other = new SourceHttp(LoopbackHttp.create(), new StoredBudgets(database, time), counts);
        try (HackerNewsStandIn server = new HackerNewsStandIn()) {
            GuardedRequest request = GuardedRequest.get(URI.create(server.url() + "/v0/item/1.json"));
            assertThat(one.send(budget, request)).isInstanceOf(Reply.Document.class);
            server.nextStatus(429, "Retry-After", "120");
            assertThat(one.send(budget, request)).isInstanceOf(Reply.Later.class);

            assertThat(other.send(budget, request))
                    .isInstanceOfSatisfying(Reply.Later.class, later -> assertThat(later.after())
                            .isBetween(Duration.ofSeconds(100), Duration.ofSeconds(120)));
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void sourceThatIsDownForADayIsAskedSeldomAndComesBack() {
        Budget budget = budget(CallLimit.perHour(100));
        Duration passed = Duration.ZERO;
        int calls = 0;
        while (passed.compareTo(Duration.ofDays(1)) < 0) {
            Admission.Granted admission = admission(budget);
            calls++;
            Duration pause = BackOff.after(admission.failures() + 1);
            budgets.failed(budget, admission, pause, "down");
            passed = passed.plus(pause);
            pass(budget, pause.toSeconds() + " seconds");
        }
        assertThat(calls).isBetween(140, 155);

        budgets.answered(budget, admission(budget));
        assertThat(granted(budgets, budget, 20)).isEqualTo(20);
    }

    @Test
    void saysHowASourceFares() {
        String source = "example-" + UUID.randomUUID();
        Budget busy = Budget.of(source, "search", CallLimit.perHour(100));
        Budget silent = Budget.of(source, "items", CallLimit.perHour(100));
        granted(budgets, busy, 3);
        budgets.failed(silent, admission(silent), Duration.ofMinutes(5), "it answered 503");

        assertThat(new SourceStates(database, time).of(source)).hasValueSatisfying(state -> {
            assertThat(state.quiet()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
            assertThat(state.summary())
                    .startsWith("4 calls; " + source + "/items is left alone until ")
                    .endsWith(": it answered 503");
        });
    }

    @Test
    void callsThatFailSideBySideAreOneFailureAndASuccessEndsThem() {
        Budget budget = budget(CallLimit.perHour(100));
        Admission.Granted one = admission(budget);
        Admission.Granted another = admission(budget);

        budgets.failed(budget, one, Duration.ofMinutes(10), "down");
        budgets.failed(budget, another, Duration.ofMinutes(5), "down");
        budgets.answered(budget, one);

        assertThat(wait(budget)).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        pass(budget, "10 minutes");
        Admission.Granted later = admission(budget);
        assertThat(later.failures()).isEqualTo(1);
        budgets.answered(budget, later);
        assertThat(admission(budget).failures()).isZero();
    }

    @Test
    void restIsNoFailure() {
        Budget budget = budget(CallLimit.perHour(100));

        budgets.rest(budget, Duration.ofMinutes(5));

        assertThat(wait(budget)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
        pass(budget, "5 minutes");
        assertThat(admission(budget).failures()).isZero();
    }

    private static Budget budget(CallLimit... limits) {
        return Budget.of("example", UUID.randomUUID().toString(), limits);
    }

    private static int granted(StoredBudgets instance, Budget budget, int tries) {
        int granted = 0;
        for (int i = 0; i < tries; i++) {
            granted += instance.take(budget).handle(admission -> 1, wait -> 0);
        }
        return granted;
    }

    private Admission.Granted admission(Budget budget) {
        return budgets.take(budget).handle(admission -> admission, wait -> {
            throw new AssertionError(wait);
        });
    }

    private Duration wait(Budget budget) {
        return budgets.take(budget)
                .handle(
                        admission -> {
                            throw new AssertionError(admission);
                        },
                        Admission.Wait::time);
    }

    private void pass(Budget budget, String howLong) {
        change("update source_call set made_at = made_at - ?::interval where budget = ?", howLong, budget);
        change("update source_budget set quiet_until = quiet_until - ?::interval where name = ?", howLong, budget);
    }

    private void change(String sql, String interval, Budget budget) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, interval);
            update.setString(2, budget.name());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private long count(Budget budget) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from source_call where budget = ?")) {
            count.setString(1, budget.name());
            try (ResultSet counted = count.executeQuery()) {
                counted.next();
                return counted.getLong(1);
            }
        }
    }
}
