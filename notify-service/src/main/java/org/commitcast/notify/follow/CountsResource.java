package org.commitcast.notify.follow;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.notify.follow.CountHistory.Count;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What threads had come to over time, over REST. */
@Path("/api/v1/discussions/{id}/counts")
public class CountsResource {
    private static final int PAGE = 100;

    private final FollowedRows threads;
    private final CountHistory history;

    CountsResource(FollowedRows threads, CountHistory history) {
        this.threads = threads;
        this.history = history;
    }

    /** The latest first; {@code next} asks for earlier ones. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            UUID thread,
            String url,
            boolean over,
            @Nullable Instant nextLook,
            List<Count> counts,
            @Nullable String next) {}

    @GET
    @Transactional
    public Page get(@RestPath UUID id, @RestQuery @Nullable String cursor) {
        FollowedRow thread = threads.findByIdOptional(id)
                .orElseThrow(() -> Problem.notFound("No thread with the id " + id + " is followed"));
        List<Count> counts = history.before(id, before(cursor), PAGE + 1);
        boolean more = counts.size() > PAGE;
        List<Count> page = more ? counts.subList(0, PAGE) : counts;
        String next = more ? page.get(PAGE - 1).at().toString() : null;
        return new Page(id, thread.url, thread.over, thread.nextAt, page, next);
    }

    private static Instant before(@Nullable String cursor) {
        try {
            return cursor == null ? Instant.parse("9999-01-01T00:00:00Z") : Instant.parse(cursor);
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("Invalid cursor", "cursor must be taken from the page before")
                    .with("field", "cursor");
        }
    }
}
