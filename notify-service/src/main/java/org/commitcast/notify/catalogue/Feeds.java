package org.commitcast.notify.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.commitcast.contentevents.FeedState;

/** The known feeds. */
@ApplicationScoped
public class Feeds implements PanacheRepositoryBase<FeedRow, FeedRow.Key> {

    /** Takes a state in; false where it is known already or older. */
    public boolean take(FeedState state) {
        FeedRow known = findById(new FeedRow.Key(state.site(), state.feed()));
        if (known == null) {
            persist(new FeedRow(state));
            return true;
        }
        if (state.revision() <= known.revision) {
            return false;
        }
        known.become(state);
        return true;
    }

    /** A feed of a site in its present life. */
    public Optional<FeedRow> of(SiteRow site, String name) {
        return findByIdOptional(new FeedRow.Key(site.name, name))
                .filter(feed -> feed.incarnation().equals(site.incarnation()));
    }
}
