package org.commitcast.notify.backfill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.commitcast.notify.catalogue.FirstWrites;
import org.commitcast.notify.time.DatabaseTime;
import org.jboss.logging.Logger;

/** For how long sources give searches through archives no answer: none is waited for without end. */
@ApplicationScoped
class Silences {
    private static final Logger LOG = Logger.getLogger(Silences.class);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final EntityManager database;
    private final FirstWrites firstWrites;
    private final DatabaseTime time;

    Silences(EntityManager database, FirstWrites firstWrites, DatabaseTime time) {
        this.database = database;
        this.firstWrites = firstWrites;
        this.time = time;
    }

    /** A source answers: it has a day again. */
    void answered(String source) {
        database.createNativeQuery("delete from backfill_silence where source = :source")
                .setParameter("source", source)
                .executeUpdate();
    }

    /** A source has no room or gives no answer; what has waited for it for too long goes on without it. */
    void noAnswer(String source) {
        // Two who gave up the same searches would wait for one another.
        firstWrites.lock("backfill_silence", source);
        Instant now = time.now();
        String begin =
                """
                insert into backfill_silence (backfill, source, since)
                select b.id, :source, :now from backfill b where b.state = 'RUNNING'
                and exists (select from backfill_search s
                            where s.backfill = b.id and s.source = :source and not s.finished)
                on conflict do nothing""";
        database.createNativeQuery(begin)
                .setParameter("source", source)
                .setParameter("now", now)
                .executeUpdate();
        giveUp(source, now.minus(LONGEST));
    }

    private void giveUp(String source, Instant silentSince) {
        String sql =
                """
                update backfill_search s set finished = true, given_up = true from backfill_silence silence
                where silence.backfill = s.backfill and silence.source = s.source and s.source = :source
                and silence.since <= :since and not s.finished""";
        int givenUp = database.createNativeQuery(sql)
                .setParameter("source", source)
                .setParameter("since", silentSince)
                .executeUpdate();
        if (givenUp > 0) {
            LOG.warnf(
                    "archives are searched no more, there was no answer for a day (source=%s count=%d)",
                    source, givenUp);
        }
    }
}
