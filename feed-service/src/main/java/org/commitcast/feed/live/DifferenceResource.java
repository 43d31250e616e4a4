package org.commitcast.feed.live;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.feeddifference.FeedDifference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How a feed of ours differs from the one that readers have, over REST. */
@Path("/api/v1/feeds/{site}/{feed}/difference")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Feeds")
public class DifferenceResource {
    private final Look look;

    DifferenceResource(Look look) {
        this.look = look;
    }

    @GET
    @Operation(
            summary = "Reads the feed at its publicUrl and says how the one made here differs from it",
            description = "An external feed becomes a served one by a PUT of its site where equal is true, or with the"
                    + " digest under accept.")
    @APIResponse(responseCode = "200", description = "What differs")
    @APIResponse(responseCode = "404", description = "There is no such feed, it has no items, or no publicUrl")
    @APIResponse(responseCode = "503", description = "The feed at publicUrl cannot be read now")
    public DifferenceView get(@RestPath String site, @RestPath String feed) {
        Look.Sight sight = look.at(site, feed)
                .orElseThrow(() -> Problem.notFound("There is no feed " + feed + " of " + site
                        + " that could be compared: it needs items, and a publicUrl."));
        FeedDifference difference = sight.difference();
        if (difference == null) {
            throw Problem.unavailable(
                    "The feed at " + sight.publicUrl() + " cannot be read: " + sight.problem() + ".",
                    Duration.ofSeconds(30));
        }
        return new DifferenceView(sight.publicUrl(), difference.isNone(), difference);
    }
}
