package org.commitcast.notify.intake;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Request;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.eventtransport.CaughtUp;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Changes over REST wait until the store holds all that this service ever told: before that they could repeat it. */
public class ChangesWait {
    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final CaughtUp caughtUp;
    private final Duration longest;

    @Inject
    ChangesWait(CaughtUp caughtUp) {
        this(caughtUp, LONGEST);
    }

    ChangesWait(CaughtUp caughtUp, Duration longest) {
        this.caughtUp = caughtUp;
        this.longest = longest;
    }

    @ServerRequestFilter
    public void await(Request request) {
        if (!CHANGES.contains(request.getMethod())) {
            return;
        }
        long deadline = System.nanoTime() + longest.toNanos();
        while (!caughtUp.isCaughtUp()) {
            if (System.nanoTime() - deadline > 0) {
                throw Problem.unavailable("The service has not read its own topics yet.", Duration.ofSeconds(2));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
