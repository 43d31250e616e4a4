package org.commitcast.notify.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.notify.HackerNewsStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceHttpTest {
    private static final Budget BUDGET = Budget.of("example", "all", CallLimit.perSecond(1));

    private final HackerNewsStandIn server = new HackerNewsStandIn();
    private final LooseBudgets budgets = new LooseBudgets();
    private final SourceHttp http = budgets.http();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After       | 120                           | PT2M",
                "Retry-After       | Mon, 02 Mar 2026 06:31:00 GMT | PT1M",
                "X-Ratelimit-Reset | 217.5                         | PT3M37.5S",
                "RateLimit-Reset   | 1772433060                    | PT1M",
                "X-RateLimit-Reset | 2026-03-02T06:35:00.000Z      | PT5M",
                "X-Nothing         | 1                             | PT1M",
                "Retry-After       | 0                             | PT5S"
            })
    void keepsToWhatTooManyRequestsSays(String header, String value, Duration pause) {
        server.nextStatus(429, header, value);

        assertLater(get(), pause);
        assertThat(budgets.pauses).containsExactly(pause);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"rate_limit_error\"}",
                "{\"error\":429,\"message\":\"Too Many Requests\"}",
                "{\"json\":{\"errors\":[[\"RATELIMIT\",\"try again in 9 minutes\",\"ratelimit\"]]}}"
            })
    void takesASuccessThatTellsOfALimitForALimit(String body) {
        server.nextText(200, "application/json", body);

        assertLater(get(), Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"couldnt_get_posts\"}",
                "{\"error\":{\"message\":\"no\"},\"hits\":[]}",
                "<!doctype html><title>Just a moment</title>",
                "{\"hits\":[]}<!-- cached -->",
                "{\"hits\":[",
                ""
            })
    void takesWhatIsNoDocumentForAFailure(String body) {
        server.nextText(200, "text/html", body);

        assertLater(get(), Duration.ofSeconds(5));
        assertThat(budgets.pauses).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void takesNoDocumentThatIsTooLargeOrCut() {
        server.nextText(200, "application/json", "[\"" + "x".repeat(3_000_000) + "\"]");
        server.nextBreaksOff("{\"hits\":[]}");

        assertLater(get(), Duration.ofSeconds(5));
        assertLater(get(), Duration.ofSeconds(10));
    }

    @Test
    void leavesAServerAloneForLongerAndLongerWhileItFails() {
        for (int i = 0; i < 10; i++) {
            server.nextStatus(503);
            assertThat(get()).isInstanceOf(Reply.Later.class);
        }
        assertThat(budgets.pauses)
                .startsWith(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20))
                .endsWith(Duration.ofMinutes(10));

        assertThat(get()).isInstanceOf(Reply.Document.class);
        assertThat(budgets.failures).isZero();
    }

    @Test
    void leavesAServerAloneThatIsNotThereOrMayNotBeReached() {
        server.close();

        assertLater(get(), Duration.ofSeconds(5));
        assertLater(http.send(BUDGET, GuardedRequest.get(URI.create("http://10.1.2.3/"))), Duration.ofMinutes(10));
    }

    @Test
    void refusalOfOneRequestSilencesNobody() {
        server.nextStatus(400);
        server.nextStatus(404);
        server.nextStatus(410);

        assertThat(get()).isInstanceOfSatisfying(Reply.Later.class, later -> assertThat(later.after())
                .isNull());
        assertThat(get()).isInstanceOf(Reply.Gone.class);
        assertThat(get()).isInstanceOf(Reply.Gone.class);
        assertThat(budgets.pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><title>404 Not Found</title></html>", "404 page not found", "404", ""})
    void leavesAServerAloneBehindAPageThatSaysThatNothingIsThere(String page) {
        server.nextText(404, "text/html", page);

        assertLater(get(), Duration.ofSeconds(5));
        assertThat(budgets.pauses).containsExactly(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void leavesAServerAloneThatDoesNotLetUsIn(int status) {
        server.nextStatus(status);

        assertLater(get(), Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"401 | {}", "400 | {\"error\":\"ExpiredToken\",\"message\":\"Token has expired\"}"})
    void saysThatATokenIsRefusedAndLeavesItsRenewalToTheSource(int status, String body) {
        server.nextText(status, "application/json", body);

        Reply reply = http.sendWithToken(BUDGET, GuardedRequest.get(URI.create(server.url())), "t");

        assertThat(reply).isInstanceOfSatisfying(Reply.Later.class, later -> assertThat(later.isTokenRefused())
                .isTrue());
        assertThat(budgets.pauses).isEmpty();
    }

    @Test
    void restsWhenASuccessWasTheLastOneForNow() {
        server.next(exchange -> {
            exchange.getResponseHeaders().add("X-Ratelimit-Remaining", "0.0");
            exchange.getResponseHeaders().add("X-Ratelimit-Reset", "311");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
            exchange.close();
        });

        assertThat(get()).isInstanceOf(Reply.Document.class);
        assertThat(budgets.rests).containsExactly(Duration.ofSeconds(311));
    }

    @Test
    void saysWhoAsks() {
        AtomicReference<String> agent = new AtomicReference<>("");
        server.next(exchange -> {
            agent.set(exchange.getRequestHeaders().getFirst("User-Agent"));
            exchange.sendResponseHeaders(404, -1);
        });

        get();

        assertThat(agent.get()).startsWith("Commitcast/");
    }

    @Test
    void followsAServerOnceWithinItselfAndCountsThatToo() {
        moveTo("/v0/item/2.json");
        assertThat(get()).isInstanceOf(Reply.Document.class);
        assertThat(budgets.taken).hasSize(2);
        assertThat(server.asked()).containsExactly("/v0/item/2.json");

        moveTo("/v0/item/2.json");
        moveTo("/v0/item/3.json");
        assertThat(get()).isInstanceOf(Reply.Later.class);
        moveTo("http://localhost:1/v0/item/2.json");
        assertThat(get()).isInstanceOf(Reply.Later.class);
        moveTo("//[");
        assertThat(get()).isInstanceOf(Reply.Later.class);
        assertThat(budgets.pauses).isEmpty();
    }

    private void moveTo(String location) {
        server.nextStatus(302, "Location", location);
    }

    private Reply get() {
        return http.send(BUDGET, GuardedRequest.get(URI.create(server.url() + "/v0/item/1.json")));
    }

    private static void assertLater(Reply reply, Duration after) {
        assertThat(reply).isInstanceOfSatisfying(Reply.Later.class, later -> assertThat(later.after())
                .isEqualTo(after));
    }
}
