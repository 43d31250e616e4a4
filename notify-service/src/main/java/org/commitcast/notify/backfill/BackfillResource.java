package org.commitcast.notify.backfill;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.panache.common.Parameters;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.notify.backfill.BackfillRow.State;
import org.commitcast.notify.candidate.Candidates;
import org.commitcast.notify.candidate.Judged;
import org.commitcast.notify.catalogue.FirstWrites;
import org.commitcast.notify.catalogue.ItemRow;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.catalogue.SiteRow;
import org.commitcast.notify.catalogue.Sites;
import org.commitcast.notify.source.SourceCalls;
import org.commitcast.notify.time.DatabaseTime;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Searches through archives over REST. */
@Path("/api/v1/discussions/backfill")
public class BackfillResource {
    private static final int PAGE = 100;

    private final BackfillRows backfills;
    private final ArchiveSearches searches;
    private final SourceCalls sources;
    private final Candidates candidates;
    private final Items items;
    private final Sites sites;
    private final FirstWrites firstWrites;
    private final DatabaseTime time;

    BackfillResource(
            BackfillRows backfills,
            ArchiveSearches searches,
            SourceCalls sources,
            Candidates candidates,
            Items items,
            Sites sites,
            FirstWrites firstWrites,
            DatabaseTime time) {
        this.backfills = backfills;
        this.searches = searches;
        this.sources = sources;
        this.candidates = candidates;
        this.items = items;
        this.sites = sites;
        this.firstWrites = firstWrites;
        this.time = time;
    }

    /**
     * What to search through.
     *
     * @param sources absent means all that this deployment searches
     * @param dryRun whether nothing is to be recorded or proposed
     */
    record Wanted(@NotBlank String site, @Nullable List<String> sources, boolean dryRun) {}

    /** What was found for an item at a source. */
    record Found(String item, String title, String url, String source, List<Judged> threads) {}

    /** A page of what was found; {@code next} asks for the following one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FoundPage(List<Found> found, @Nullable String next) {}

    @POST
    @Transactional
    public Response begin(@NotNull @Valid Wanted wanted) {
        SiteRow site = sites.findByIdOptional(wanted.site())
                .filter(row -> !row.removed())
                .orElseThrow(() -> Problem.notFound("There is no site " + wanted.site()));
        Set<String> searched = chosen(site, wanted.sources());
        firstWrites.lock("backfill", wanted.site());
        if (backfills.count("site = ?1 and state = ?2", wanted.site(), State.RUNNING) > 0) {
            throw Problem.conflict(
                    "A backfill is running",
                    "The archive of " + wanted.site()
                            + " is being searched already: wait until that is done, or DELETE it");
        }
        BackfillRow backfill = new BackfillRow(wanted.site(), site, wanted.dryRun(), time.now());
        backfills.persistAndFlush(backfill);
        if (searches.plan(backfill, searched) == 0) {
            backfill.end(State.DONE, time.now());
        }
        return Response.accepted(view(backfill))
                .location(URI.create("/api/v1/discussions/backfill/" + backfill.id))
                .build();
    }

    private Set<String> chosen(SiteRow site, @Nullable List<String> wanted) {
        Set<String> searched = new TreeSet<>(sources.searched());
        searched.removeIf(source -> !candidates.wants(site.definition(), source));
        if (searched.isEmpty()) {
            throw Problem.conflict(
                    "No source is searched",
                    "No source of discussions is searched for this site: see COMMITCAST_SOURCES, and discussions.policy");
        }
        if (wanted == null) {
            return searched;
        }
        Set<String> chosen = new TreeSet<>(wanted);
        if (chosen.isEmpty() || !searched.containsAll(chosen)) {
            throw Problem.badRequest("Unknown source", "sources must be some of those that are searched: " + searched)
                    .with("field", "sources");
        }
        return chosen;
    }

    @GET
    @Transactional
    public BackfillView.Page list(@RestQuery @Nullable String site, @RestQuery @Nullable String cursor) {
        var parameters = Parameters.with("site", site == null ? "" : site).and("cursor", cursor == null ? "" : cursor);
        List<BackfillView> rows = backfills
                .find(
                        "(:site = '' or site = :site) and (:cursor = '' or cast(id as string) > :cursor) order by id",
                        parameters)
                .range(0, PAGE)
                .stream()
                .map(this::view)
                .toList();
        return rows.size() > PAGE
                ? new BackfillView.Page(
                        rows.subList(0, PAGE), rows.get(PAGE - 1).id().toString())
                : new BackfillView.Page(rows, null);
    }

    @GET
    @Path("{id}")
    @Transactional
    public BackfillView get(@RestPath String id) {
        return view(known(id));
    }

    @GET
    @Path("{id}/found")
    @Transactional
    public FoundPage found(@RestPath String id, @RestQuery @Nullable String cursor) {
        BackfillRow backfill = known(id);
        List<ArchiveSearch> rows = searches.thatFound(backfill.id, place(cursor), PAGE + 1);
        List<Found> page = rows.stream().limit(PAGE).flatMap(this::found).toList();
        return new FoundPage(
                page, rows.size() > PAGE ? Long.toString(rows.get(PAGE - 1).key.position()) : null);
    }

    private Stream<Found> found(ArchiveSearch search) {
        return items.findByIdOptional(search.contentId).stream()
                .map(ItemRow::snapshot)
                .map(item -> new Found(
                        item.contentId(),
                        item.title(),
                        item.url(),
                        search.source,
                        candidates.judge(item, search.source, search.found())));
    }

    /** Ends it; what was found so far is not recorded. Ending one that has ended changes nothing. */
    @DELETE
    @Path("{id}")
    @Transactional
    public BackfillView cancel(@RestPath String id) {
        BackfillRow backfill = known(id);
        if (backfill.runs()) {
            backfill.end(State.CANCELLED, time.now());
        }
        return view(backfill);
    }

    private BackfillView view(BackfillRow row) {
        return BackfillView.of(row, searches.progress(row.id));
    }

    private BackfillRow known(String id) {
        try {
            BackfillRow row = backfills.findById(UUID.fromString(id), LockModeType.PESSIMISTIC_WRITE);
            if (row != null) {
                return row;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the answer.
        }
        throw Problem.notFound("There is no backfill " + id);
    }

    private static long place(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("Invalid cursor", "cursor must be taken from the page before")
                    .with("field", "cursor");
        }
    }
}
