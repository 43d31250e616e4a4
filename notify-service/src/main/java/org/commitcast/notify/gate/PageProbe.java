package org.commitcast.notify.gate;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.guardedhttp.Limits;
import org.commitcast.notify.outgoing.OutgoingHttp;

/** Looks whether a page is there. */
@ApplicationScoped
class PageProbe {
    private static final int OK = 200;
    private static final int MOST_REDIRECTS = 5;
    private static final Limits LIMITS =
            Limits.USUAL.withTotal(Duration.ofSeconds(15)).withBytes(0);

    private final OutgoingHttp http;

    PageProbe(OutgoingHttp http) {
        this.http = http;
    }

    /** What is wrong with it, for people; empty where it answers 200. */
    Optional<String> complaint(String url) {
        URI address;
        try {
            address = URI.create(url);
        } catch (IllegalArgumentException e) {
            return Optional.of("is not a valid address");
        }
        Answer answer = http.sendInTheOpen(
                GuardedRequest.get(address).following(MOST_REDIRECTS).within(LIMITS));
        return answer.handle(
                answered ->
                        answered.status() == OK ? Optional.empty() : Optional.of("which answered " + answered.status()),
                refused -> Optional.of("refused: " + refused.reason()),
                failed -> Optional.of(failed.reason()));
    }
}
