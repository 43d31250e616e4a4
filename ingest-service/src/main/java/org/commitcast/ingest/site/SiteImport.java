package org.commitcast.ingest.site;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.commitcast.contentevents.SiteState;
import org.jspecify.annotations.Nullable;

/** How far the import of a site's baseline is. Kept in the site's row. */
@Embeddable
class SiteImport {
    @Column(name = "importing_commit")
    private @Nullable String importingCommit;

    private boolean imported;

    @Column(name = "import_commit")
    private @Nullable String importCommit;

    @Column(name = "import_sequence")
    private long importSequence;

    @Column(name = "import_items")
    private int importItems;

    void towards(String commit) {
        importingCommit = commit;
    }

    void complete(@Nullable String commit, long sequence, int items) {
        imported = true;
        importingCommit = null;
        importCommit = commit;
        importSequence = sequence;
        importItems = items;
    }

    /** Takes back what the site's own record says; what was begun is begun anew. */
    void restore(SiteState.@Nullable Import baseline) {
        importingCommit = null;
        imported = baseline != null;
        if (baseline != null) {
            complete(baseline.commit(), baseline.sequence(), baseline.items());
        }
    }

    SiteState.@Nullable Import told() {
        return imported ? new SiteState.Import(importCommit, importSequence, importItems) : null;
    }

    boolean imported() {
        return imported;
    }

    @Nullable String commit() {
        return importCommit;
    }

    @Nullable String importingCommit() {
        return importingCommit;
    }
}
