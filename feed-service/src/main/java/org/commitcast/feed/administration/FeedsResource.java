package org.commitcast.feed.administration;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.feed.intake.StateConsumer;
import org.commitcast.feed.publishing.DocumentList;
import org.commitcast.feed.publishing.PublishedFeeds;
import org.commitcast.feed.publishing.PublishedFeeds.FeedName;
import org.commitcast.feed.publishing.PublishedFeeds.PublishedFeed;
import org.commitcast.feed.rebuild.Rebuild;
import org.commitcast.feed.rebuild.RebuildReport;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.websub.HubPings;
import org.commitcast.feed.websub.PingState;
import org.commitcast.feedrendering.document.FeedFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The feeds, for administrators. */
@Path("/api/v1/feeds")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Feeds")
public class FeedsResource {
    private static final int PAGE = 100;

    private final PublishedFeeds feeds;
    private final HubPings pings;
    private final DocumentList documents;
    private final Rebuild rebuild;

    FeedsResource(PublishedFeeds feeds, HubPings pings, DocumentList documents, Rebuild rebuild) {
        this.feeds = feeds;
        this.pings = pings;
        this.documents = documents;
        this.rebuild = rebuild;
    }

    @GET
    @Transactional
    @Operation(summary = "Lists all feeds, or a site's, with the items that could not be rendered")
    public FeedView.Page list(@RestQuery @Nullable String site, @RestQuery @Nullable String cursor) {
        List<PublishedFeed> listed = feeds.list(site, after(cursor), PAGE + 1);
        Map<DocumentKey, PingState> told =
                pings.of(listed.stream().flatMap(feed -> files(feed.name())).toList());
        List<FeedView> found = listed.stream()
                .map(feed -> FeedView.of(
                        feed,
                        files(feed.name())
                                .flatMap(key -> Stream.ofNullable(told.get(key)))
                                .toList()))
                .toList();
        return found.size() > PAGE
                ? new FeedView.Page(found.subList(0, PAGE), found.get(PAGE - 1).cursor())
                : new FeedView.Page(found, null);
    }

    private static Stream<DocumentKey> files(FeedName feed) {
        return Arrays.stream(FeedFormat.values()).map(format -> DocumentKey.of(feed.site(), feed.feed(), format));
    }

    private static FeedName after(@Nullable String cursor) {
        String[] names = cursor == null ? new String[] {"", ""} : cursor.split("/", -1);
        if (names.length != 2) {
            throw Problem.badRequest("Invalid cursor", "cursor must be the next of an earlier page");
        }
        return new FeedName(names[0], names[1]);
    }

    @GET
    @Path("/{site}/documents")
    @Transactional
    @Operation(
            summary = "Lists all documents of a site, for whoever copies them elsewhere",
            description = "Each is at /feeds/{site}/{file}. Only where settled is true are these all that there are.")
    @APIResponse(responseCode = "200", description = "All of them at one moment")
    @APIResponse(responseCode = "404", description = "There is no such site, or it is not known here yet")
    public DocumentList.Listing documents(@RestPath String site) {
        return documents.of(site).orElseThrow(() -> Problem.notFound("There is no site " + site + "."));
    }

    @POST
    @Path("/{site}/rebuild")
    @Operation(
            summary = "Rebuilds a site's feeds from the topics, and says whether each came out byte for byte the same",
            description = "Readers notice nothing unless there was a difference. Nothing is posted anywhere.")
    @APIResponse(responseCode = "200", description = "What was found")
    @APIResponse(responseCode = "404", description = "There is no such site")
    @APIResponse(responseCode = "409", description = "The site is being imported, or rebuilt already")
    public RebuildReport rebuild(@RestPath String site) throws InterruptedException {
        return rebuild.run(site, StateConsumer.GROUP);
    }
}
