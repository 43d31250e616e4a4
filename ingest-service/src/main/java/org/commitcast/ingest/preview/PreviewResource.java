package org.commitcast.ingest.preview;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.ingest.checkout.RepositoryUnavailableException;
import org.commitcast.ingest.checkout.TooManyFilesException;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Previews over REST. */
@Path("/api/v1/sites/{site}/preview")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class PreviewResource {
    private static final int AT_ONCE = 2;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Rehearsal rehearsal;
    /** Each reads a whole repository: more of them would take the memory that publishing needs. */
    private final Semaphore idle = new Semaphore(AT_ONCE);

    PreviewResource(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    record Wish(@Nullable String ref) {}

    @POST
    public PreviewView preview(@RestPath String site, @Nullable Wish wish) throws IOException, SQLException {
        String ref = wish == null ? null : wish.ref();
        if (ref == null || ref.isBlank()) {
            throw Problem.badRequest("Invalid preview", "'ref' must be a branch, a commit or a reference.");
        }
        if (!idle.tryAcquire()) {
            throw Problem.unavailable("Other previews are being made.", SOON);
        }
        try {
            return rehearsal.of(site, ref.strip());
        } catch (RepositoryUnavailableException e) {
            Duration after = e.retryAfter();
            throw Problem.unavailable(e.reason(), after == null ? SOON : after);
        } catch (TooManyFilesException e) {
            throw Problem.conflict("Too many files", String.valueOf(e.getMessage()));
        } finally {
            idle.release();
        }
    }
}
