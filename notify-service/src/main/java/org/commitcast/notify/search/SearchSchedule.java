package org.commitcast.notify.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.commitcast.eventtransport.CaughtUp;
import org.commitcast.notify.lane.Turns;
import org.commitcast.notify.source.SourceCalls;

/** Has each source searched, one call at a time, sources beside one another. */
@ApplicationScoped
class SearchSchedule {
    private final Searches searches;
    private final SourceCalls sources;
    private final CaughtUp caughtUp;
    private final Turns turns;

    SearchSchedule(Searches searches, Searching searching, SourceCalls sources, CaughtUp caughtUp, Clock clock) {
        this.searches = searches;
        this.sources = sources;
        this.caughtUp = caughtUp;
        this.turns = new Turns("searches", clock, searching::work);
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void wakeAll() {
        if (caughtUp.isCaughtUp()) {
            sources.searched().forEach(turns::wake);
        }
    }

    /** Also after a start with other sources than before, and where a site's word has changed. */
    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void beginWhereMissing() {
        boolean more = caughtUp.isCaughtUp();
        while (more) {
            more = searches.beginWhereMissing();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        turns.close();
    }
}
