package org.commitcast.notify.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.commitcast.contentevents.AnnouncementState;
import org.commitcast.notify.time.DatabaseTime;

/** Teaches a ledger that is an older copy, or empty, what it said in the meantime. */
@ApplicationScoped
public class RestoredLedger {
    private final Ledger ledger;
    private final DatabaseTime time;

    RestoredLedger(Ledger ledger, DatabaseTime time) {
        this.ledger = ledger;
        this.time = time;
    }

    public void take(AnnouncementState state) {
        Optional<LedgerRow> known = ledger.locked(LedgerKey.of(state.contentId(), state.channel(), state.kind()));
        if (known.isEmpty()) {
            LedgerRow row = new LedgerRow();
            row.restore(state, time.now());
            ledger.persist(row);
        } else if (state.revision() > known.get().revision) {
            known.get().restore(state, time.now());
        }
    }
}
