package org.commitcast.ingest.publishing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** All transcripts. */
@ApplicationScoped
class Transcripts implements PanacheRepositoryBase<KnownTranscript, String> {

    @Transactional
    List<KnownTranscript> of(String site, String incarnation) {
        return list("site = ?1 and incarnation = ?2 order by path", site, incarnation);
    }

    /** Whether one is there. */
    @Transactional
    boolean isAny(String site, String incarnation) {
        return count("site = ?1 and incarnation = ?2 and present = true", site, incarnation) > 0;
    }

    void forget(String site) {
        delete("site = ?1", site);
    }
}
