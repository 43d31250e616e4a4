package org.commitcast.feed.websub;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.guardedhttp.Limits;

/**
 * The hubs, as publishers speak to them.
 *
 * @see <a href="https://www.w3.org/TR/websub/#publishing">WebSub, publishing</a>
 */
@Startup
@ApplicationScoped
class Hubs {
    /** All of it is well within the time for which a ping is taken up. */
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), 16 * 1024);

    private final GuardedHttp http;
    private final Clock clock;

    Hubs(HubConfig config, Clock clock) {
        // A ping carries nothing secret.
        this.http = new GuardedHttp(new AddressGuard(config.policy().andPlainHttp()), "Commitcast/0.1");
        this.clock = clock;
    }

    /** Tells the hub that the topic has changed, and waits for what it says. */
    PingOutcome tell(HubPing ping) {
        // The names of both drafts and the recommendation: hubs differ in which they look for.
        String form = "hub.mode=publish&hub.url=" + encoded(ping.topic()) + "&hub.topic=" + encoded(ping.topic());
        GuardedRequest request = GuardedRequest.post(
                        ping.hub(), "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.US_ASCII))
                .within(LIMITS);
        return http.send(request)
                .handle(this::outcome, refused -> failed(refused.reason()), failure -> failed(failure.reason()));
    }

    private PingOutcome outcome(Answer.Answered answer) {
        return answer.status() / 100 == 2
                ? PingOutcome.ACKNOWLEDGED
                : new PingOutcome(
                        "the hub answered " + answer.status(), RetryAfter.of(answer.headers(), clock.instant()));
    }

    private static PingOutcome failed(String why) {
        return new PingOutcome(why, Duration.ZERO);
    }

    private static String encoded(URI address) {
        return URLEncoder.encode(address.toASCIIString(), StandardCharsets.UTF_8);
    }
}
