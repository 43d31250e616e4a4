package org.commitcast.ingest.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.ingest.site.SiteLookup;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The ledger over REST. */
@Path("/api/v1/sites/{site}/items")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class ItemsResource {
    private static final int PAGE = 100;

    private final Items items;
    private final SiteLookup sites;

    ItemsResource(Items items, SiteLookup sites) {
        this.items = items;
        this.sites = sites;
    }

    /** A page; {@code next} is the cursor of the following one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ItemView> items, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            String item,
            String state,
            @Nullable String kind,
            @Nullable String guid,
            String title,
            @Nullable String url,
            String path,
            String commit,
            boolean baseline,
            long revision,
            long sequence,
            @Nullable Instant firstPublishedAt,
            @Nullable Instant dueAt) {

        static ItemView of(Item item) {
            var kind = item.kind();
            return new ItemView(
                    item.contentId(),
                    item.state().name().toLowerCase(Locale.ROOT),
                    kind == null ? null : kind.name(),
                    item.guid(),
                    item.title(),
                    item.url(),
                    item.path(),
                    item.commit(),
                    item.baseline(),
                    item.revision(),
                    item.sequence(),
                    item.firstPublishedAt(),
                    item.dueAt());
        }
    }

    @GET
    @Transactional
    public Page list(@RestPath String site, @QueryParam("cursor") @DefaultValue("") String cursor) {
        List<Item> found = items.page(site, sites.incarnation(site), cursor, PAGE);
        String next = found.size() < PAGE ? null : found.get(PAGE - 1).contentId();
        return new Page(found.stream().map(ItemView::of).toList(), next);
    }

    @GET
    @Path("{item}")
    @Transactional
    public ItemView get(@RestPath String site, @RestPath String item) {
        return items.of(site, sites.incarnation(site), item)
                .map(ItemView::of)
                .orElseThrow(() -> Problem.notFound("The site " + site + " has no item " + item + "."));
    }
}
