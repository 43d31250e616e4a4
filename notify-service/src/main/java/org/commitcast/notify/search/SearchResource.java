package org.commitcast.notify.search;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.notify.catalogue.ItemRow;
import org.commitcast.notify.catalogue.Items;

/** Searches on demand over REST. */
@Path("/api/v1/discussions/search")
public class SearchResource {
    private final Searches searches;
    private final Items items;

    SearchResource(Searches searches, Items items) {
        this.searches = searches;
        this.items = items;
    }

    /** An item that is to be searched for. */
    record Wanted(@NotBlank String site, @NotBlank String item) {}

    /** Where it is searched for now. */
    record Begun(String site, String item, Set<String> sources) {}

    @POST
    @Transactional
    public Response search(@NotNull @Valid Wanted wanted) {
        ItemRow item = items.named(wanted.site(), wanted.item().strip())
                .filter(ItemRow::published)
                .orElseThrow(() -> Problem.notFound(
                        "Site " + wanted.site() + " has no item with that id, guid or page address that is out"));
        Set<String> begun = searches.now(item.snapshot());
        return Response.accepted(new Begun(item.site(), item.contentId(), begun))
                .build();
    }
}
