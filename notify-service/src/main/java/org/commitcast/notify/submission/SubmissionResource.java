package org.commitcast.notify.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.notify.catalogue.ItemRow;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.catalogue.SiteRow;
import org.commitcast.notify.catalogue.Sites;
import org.commitcast.notify.channel.Announcement.Submission;
import org.jspecify.annotations.Nullable;

/** Prepared submissions over REST. */
@Path("/api/v1/discussions/submissions")
public class SubmissionResource {
    private final Submissions submissions;
    private final Items items;
    private final Sites sites;
    private final Clock clock;

    SubmissionResource(Submissions submissions, Items items, Sites sites, Clock clock) {
        this.submissions = submissions;
        this.items = items;
        this.sites = sites;
        this.clock = clock;
    }

    /** What is to be submitted where. */
    record Asked(@NotBlank String site, @NotBlank String item, @NotBlank String platform) {}

    /**
     * What is needed for it.
     *
     * @param submitUrl the platform's own form, filled in
     * @param page on which the thread's address is given afterwards, once
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Prepared(String platform, @Nullable String community, String submitUrl, String page, Instant expiresAt) {}

    @POST
    @Transactional
    public Response prepare(@NotNull @Valid Asked asked) {
        ItemRow item = items.named(asked.site(), asked.item().strip())
                .filter(ItemRow::published)
                .orElseThrow(() -> Problem.notFound(
                        "Site " + asked.site() + " has no item with that id, guid or page address that is published"));
        SiteRow site = sites.findById(asked.site());
        if (site == null || site.removed()) {
            throw Problem.notFound("There is no site " + asked.site());
        }
        Wanted wanted = submissions
                .on(asked.platform(), item.snapshot(), site.definition())
                .orElseThrow(() -> Problem.badRequest(
                                "Nothing To Submit To",
                                "platform must be one for which the site says a community: discussions.submit."
                                        + asked.platform())
                        .with("field", "platform"));
        Submission prepared =
                submissions.prepared(wanted, item.snapshot(), UUID.randomUUID().toString(), clock.instant());
        String page = prepared.page();
        if (page == null) {
            throw Problem.conflict(
                    "No Public Address",
                    "This deployment does not know under which address the world reaches it: COMMITCAST_PUBLIC_URL");
        }
        return Response.status(201)
                .entity(new Prepared(
                        prepared.platform(), prepared.community(), prepared.submit(), page, prepared.expiresAt()))
                .build();
    }
}
