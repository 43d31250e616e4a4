package org.commitcast.adminapi.problem;

import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.UUID;
import org.commitcast.eventtransport.Outage;
import org.jboss.logging.Logger;

/** What nobody foresaw: a database that is away is said to be so, anything else stays in the log under a number. */
@Provider
class FailureMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(FailureMapper.class);

    @Override
    public Response toResponse(Throwable failure) {
        if (Outage.isBehind(failure)) {
            LOG.warnf("a request found the database away: %s", failure.getMessage());
            return ProblemResponse.of(
                    Problem.unavailable("The database does not answer; try again shortly", Duration.ofSeconds(5)));
        }
        if (hasGone(failure)) {
            // Anybody may do that, as often as they like; nobody is there to read the answer.
            LOG.debugf("a request ended before it was whole: %s", failure.getMessage());
            return ProblemResponse.of(Problem.badRequest("Bad Request", "The request ended before it was whole"));
        }
        String number = UUID.randomUUID().toString();
        LOG.errorf(failure, "a request failed (incident %s)", number);
        return ProblemResponse.of(Problem.of(500, "Internal Server Error", "This is a fault of ours; see the log")
                .with("incident", number));
    }

    /** Whether the client closed its connection while it was listened to. */
    private static boolean hasGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpClosedException) {
                return true;
            }
        }
        return false;
    }
}
