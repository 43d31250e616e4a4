package org.commitcast.notify.candidate;

import io.quarkus.panache.common.Sort;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.commitcast.notify.discussion.DiscussionView;
import org.commitcast.notify.discussion.Discussions;
import org.commitcast.notify.discussion.KnownThreads;

/** What was found over REST, and what people say of threads. */
@Path("/api/v1/discussions")
public class CandidateResource {
    private static final int PAGE = 100;

    private final CandidateRows rows;
    private final Discussions discussions;

    CandidateResource(CandidateRows rows, Discussions discussions) {
        this.rows = rows;
        this.discussions = discussions;
    }

    @GET
    @Path("/candidates")
    @Transactional
    public CandidateView.Page candidates(@BeanParam CandidateFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String condition = filter.condition(parameters);
        List<CandidateRow> found =
                rows.find(condition, Sort.by("id"), parameters).range(0, PAGE).list();
        List<CandidateView> shown =
                found.stream().limit(PAGE).map(CandidateView::of).toList();
        return new CandidateView.Page(
                shown, found.size() > PAGE ? shown.get(PAGE - 1).id().toString() : null);
    }

    /** It is about the item, and leads on its platform. Of a candidate or a thread, also of one that was rejected. */
    @POST
    @Path("/{id}/confirm")
    @Transactional
    public DiscussionView confirm(UUID id) {
        CandidateRow candidate = rows.findById(id);
        if (candidate != null) {
            return DiscussionView.of(discussions.confirm(candidate.item(), candidate.source, candidate.thread()));
        }
        Discussions.Named thread = require(discussions.named(id), id);
        return DiscussionView.of(discussions.give(thread.item(), thread.url()));
    }

    /** It is not about the item, and does not come back. Of a candidate or a thread, whoever accepted it. */
    @POST
    @Path("/{id}/reject")
    @Transactional
    public DiscussionView reject(UUID id) {
        Optional<CandidateRow> candidate = Optional.ofNullable(rows.findById(id));
        Discussions.Named thread = require(
                candidate.map(row -> new Discussions.Named(row.item(), row.url)).or(() -> discussions.named(id)), id);
        DiscussionState state = discussions.locked(thread.item());
        if (isInDocument(state, thread.url())) {
            throw Problem.conflict(
                    "In The Document", "The repository has the last word: take the link out of the document");
        }
        String sameAs = candidate.map(row -> row.sameAs).orElse(null);
        return DiscussionView.of(discussions.reject(thread.item(), thread.url(), sameAs));
    }

    private static boolean isInDocument(DiscussionState state, String url) {
        return new KnownThreads(state)
                .thread(url, null)
                .filter(thread -> thread.origin() == Origin.FRONT_MATTER)
                .isPresent();
    }

    private static Discussions.Named require(Optional<Discussions.Named> thread, UUID id) {
        return thread.orElseThrow(() -> Problem.notFound("There is no thread or candidate " + id));
    }
}
