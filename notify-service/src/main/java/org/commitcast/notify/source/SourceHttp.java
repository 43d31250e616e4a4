package org.commitcast.notify.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.guardedhttp.Limits;
import org.commitcast.notify.outgoing.OutgoingHttp;

/** Makes the calls of all sources: within their budgets, in bounded time and size, and says what came of it. */
@ApplicationScoped
public class SourceHttp {
    private static final Limits LIMITS = Limits.USUAL
            .withTotal(Duration.ofSeconds(20))
            .withResponse(Duration.ofSeconds(15))
            .withBytes(2 * 1024 * 1024);

    private final OutgoingHttp http;
    private final Budgets budgets;
    private final CallCounts counts;

    SourceHttp(OutgoingHttp http, Budgets budgets, CallCounts counts) {
        this.http = http;
        this.budgets = budgets;
        this.counts = counts;
    }

    /** Makes a call if there is room for it; a second one where the server says that it has moved there. */
    public Reply send(Budget budget, GuardedRequest request) {
        return send(budget, request, Manner.USUAL, true);
    }

    /** The same with a token that may have expired: if it is refused, the server is not left alone for that. */
    public Reply sendWithToken(Budget budget, GuardedRequest request, String token) {
        return send(budget, request.with("Authorization", "Bearer " + token), Manner.WITH_TOKEN, true);
    }

    /**
     * The same where what is not there may be answered with a page: then the server is not left alone for that, and who
     * asks has to find out whether it is the server that says so ({@link Reply.Later#isMissing}).
     */
    public Reply sendWithPages(Budget budget, GuardedRequest request) {
        return send(budget, request, Manner.WITH_PAGES, true);
    }

    private Reply send(Budget budget, GuardedRequest request, Manner manner, boolean movable) {
        return budgets.take(budget)
                .handle(
                        turn -> {
                            Answer answer = http.send(
                                    request.with("Accept", "application/json").within(LIMITS));
                            Reply reply = new Call(budgets, counts, budget, turn, manner).reply(answer);
                            return movable
                                    ? moved(request, answer)
                                            .map(there -> send(budget, there, manner, false))
                                            .orElse(reply)
                                    : reply;
                        },
                        wait -> {
                            counts.count(budget, "no-room");
                            return new Reply.Later(wait.reason(), wait.time(), null);
                        });
    }

    /** Where a server leads to within itself. The client does not follow by itself: each call is to be counted. */
    private static Optional<GuardedRequest> moved(GuardedRequest request, Answer answer) {
        return answer.handle(
                answered -> answered.status() / 100 == 3 && request.method().equals("GET")
                        ? answered.headers().first("Location").flatMap(location -> moved(request, location))
                        : Optional.empty(),
                refused -> Optional.empty(),
                failed -> Optional.empty());
    }

    private static Optional<GuardedRequest> moved(GuardedRequest request, String location) {
        URI from = request.url();
        try {
            URI there = from.resolve(location.strip());
            boolean same = Objects.equals(from.getScheme(), there.getScheme())
                    && Objects.equals(from.getRawAuthority(), there.getRawAuthority());
            return same
                    ? Optional.of(new GuardedRequest(
                            request.method(),
                            there,
                            request.headers(),
                            request.body(),
                            request.redirects(),
                            request.limits()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // It leads nowhere.
            return Optional.empty();
        }
    }
}
