package org.commitcast.notify.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.commitcast.contentevents.SiteState;

/** The known sites. */
@ApplicationScoped
public class Sites implements PanacheRepositoryBase<SiteRow, String> {

    /** Takes a state in; false where it is known already or older. */
    public boolean take(SiteState state) {
        SiteRow known = findById(state.site());
        if (known == null) {
            persist(new SiteRow(state));
            return true;
        }
        // Revisions count on through all lives of a site; clocks may not.
        if (state.revision() <= known.revision) {
            return false;
        }
        known.become(state);
        return true;
    }
}
