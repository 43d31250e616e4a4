package org.commitcast.notify.candidate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.notify.source.FoundThread;

/** All candidates. */
@ApplicationScoped
class CandidateRows implements PanacheRepositoryBase<CandidateRow, UUID> {

    Map<UUID, CandidateRow> of(String contentId) {
        return find("contentId", contentId).stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
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
