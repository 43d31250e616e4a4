package org.commitcast.notify.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.commitcast.notify.announcement.Ledger;
import org.commitcast.notify.announcement.LedgerRow;
import org.commitcast.notify.channel.Announcers;
import org.commitcast.notify.channel.Outcome;
import org.commitcast.notify.time.DatabaseTime;

/** Settles attempts whose process died or froze: nobody knows whether they arrived. */
@ApplicationScoped
class Abandoned {
    private final Ledger ledger;
    private final Announcers announcers;
    private final DatabaseTime time;
    private final SettlementRules rules = new SettlementRules(RandomGenerator.getDefault());

    Abandoned(Ledger ledger, Announcers announcers, DatabaseTime time) {
        this.ledger = ledger;
        this.announcers = announcers;
        this.time = time;
    }

    void settleAll() {
        while (QuarkusTransaction.requiringNew().call(this::settleNext)) {
            // One transaction each: a row that cannot be settled keeps no other.
        }
    }

    private boolean settleNext() {
        Instant now = time.now();
        return ledger.nextAbandoned(now)
                .map(row -> {
                    rules.after(new Outcome.Unknown("the attempt was interrupted"), attempt(row), now)
                            .settle(row, now);
                    ledger.record(row);
                    return true;
                })
                .orElse(false);
    }

    private Attempt attempt(LedgerRow row) {
        return announcers
                .of(row.channelType())
                .map(announcer -> new Attempt(
                        row.attempts(),
                        true,
                        Objects.requireNonNull(row.firstSendingAt()),
                        announcer.keyLifetime(),
                        announcer.canLookUp()))
                .orElseGet(() -> new Attempt(row.attempts(), true, Instant.EPOCH, Duration.ZERO, false));
    }
}
