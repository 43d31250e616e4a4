package org.commitcast.notify.discussion;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.notify.catalogue.ItemRow;
import org.commitcast.notify.catalogue.Items;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Discussions over REST. */
@Path("/api/v1/discussions")
public class DiscussionResource {
    private static final int PAGE = 100;
    private static final int LONGEST_URL = 2000;

    private final Discussions discussions;
    private final Items items;

    DiscussionResource(Discussions discussions, Items items) {
        this.discussions = discussions;
        this.items = items;
    }

    /** A thread that somebody found. */
    record Given(@NotBlank String site, @NotBlank String item, @NotBlank String url) {}

    @POST
    @Transactional
    public Response give(@NotNull @Valid Given given) {
        ItemRow item = items.named(given.site(), given.item().strip())
                .orElseThrow(() ->
                        Problem.notFound("Site " + given.site() + " has no item with that id, guid or page address"));
        URI thread = thread(given.url().strip());
        DiscussionState state = discussions.give(DiscussedItem.of(item.snapshot()), thread.toString());
        return Response.status(201).entity(DiscussionView.of(state)).build();
    }

    @GET
    @Transactional
    public DiscussionView.Page list(
            @RestQuery @Nullable String site, @RestQuery @Nullable String item, @RestQuery @Nullable String cursor) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Parameters parameters = new Parameters();
        if (site != null) {
            conditions.add("site = :site");
            parameters.and("site", site);
        }
        if (item != null) {
            conditions.add("contentId = :item");
            parameters.and("item", item);
        }
        if (cursor != null) {
            conditions.add("contentId > :cursor");
            parameters.and("cursor", cursor);
        }
        PanacheQuery<DiscussionRow> query =
                discussions.find(String.join(" and ", conditions), Sort.by("contentId"), parameters);
        List<DiscussionView> rows = query.range(0, PAGE).stream()
                .map(row -> DiscussionView.of(row.state()))
                .toList();
        return rows.size() > PAGE
                ? new DiscussionView.Page(
                        rows.subList(0, PAGE), rows.get(PAGE - 1).item())
                : new DiscussionView.Page(rows, null);
    }

    private static URI thread(String url) {
        try {
            URI thread = new URI(url);
            boolean web = "https".equalsIgnoreCase(thread.getScheme()) || "http".equalsIgnoreCase(thread.getScheme());
            if (web && thread.getHost() != null && thread.getRawUserInfo() == null && url.length() <= LONGEST_URL) {
                // As it can be written into documents and feeds.
                return URI.create(thread.toASCIIString());
            }
        } catch (URISyntaxException e) {
            // Falls through to the answer.
        }
        throw Problem.badRequest("Invalid thread address", "url must be the absolute http or https address of a thread")
                .with("field", "url");
    }
}
