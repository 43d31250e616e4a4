package org.commitcast.notify.candidate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.notify.discussion.ThreadId;
import org.commitcast.notify.source.FoundThread;

/** All candidates. */
@ApplicationScoped
class CandidateRows implements PanacheRepositoryBase<CandidateRow, UUID> {
    private static final String OF_THREADS = "contentId = ?1 and (id in ?2 or sameAs in ?3)";

    /** Those that any of these threads was found as before. */
    KnownCandidates of(String contentId, Collection<FoundThread> found) {
        Set<UUID> ids = new HashSet<>();
        Set<String> sameAs = new HashSet<>();
        found.forEach(thread -> {
            ids.add(ThreadId.of(contentId, thread.url()));
            sameAs.add(thread.url());
            if (thread.sameAs() != null) {
                ids.add(ThreadId.of(contentId, thread.sameAs()));
                sameAs.add(thread.sameAs());
            }
        });
        return new KnownCandidates(contentId, list(OF_THREADS, contentId, ids, sameAs));
    }

    /** Those of which something may be decided by what an item's threads are now. */
    List<CandidateRow> concerned(DiscussionState state) {
        Set<String> urls = new HashSet<>(state.rejected());
        state.threads().forEach(thread -> urls.add(thread.url()));
        urls.addAll(state.sameAs().values());
        Set<UUID> ids =
                urls.stream().map(url -> ThreadId.of(state.contentId(), url)).collect(Collectors.toSet());
        return list(OF_THREADS, state.contentId(), ids, urls);
    }

    /** What is known of who began a thread, as far as it was seen at other items of the show. */
    Authorship authorship(ContentSnapshot item, String source, FoundThread thread) {
        String author = thread.author();
        if (author == null || author.isBlank()) {
            return Authorship.STRANGER;
        }
        if (item.authors().stream().anyMatch(name -> name.strip().equalsIgnoreCase(author.strip()))) {
            return Authorship.AUTHOR;
        }
        List<CandidateState> states = find(
                        "select distinct state from CandidateRow"
                                + " where site = ?1 and source = ?2 and author = ?3 and contentId <> ?4",
                        item.site(),
                        source,
                        author,
                        item.contentId())
                .project(CandidateState.class)
                .list();
        if (states.contains(CandidateState.ACCEPTED) || states.contains(CandidateState.CONFIRMED)) {
            return Authorship.REGULAR;
        }
        return states.contains(CandidateState.REJECTED) ? Authorship.REJECTED : Authorship.STRANGER;
    }
}
