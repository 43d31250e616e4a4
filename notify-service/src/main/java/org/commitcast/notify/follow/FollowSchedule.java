package org.commitcast.notify.follow;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.commitcast.eventtransport.CaughtUp;
import org.commitcast.notify.lane.Turns;

/** Has threads looked at, one call at a time for each server, servers beside one another. */
@ApplicationScoped
class FollowSchedule {
    private final Following following;
    private final UnwatchedThreads unwatched;
    private final CaughtUp caughtUp;
    private final Turns turns;

    FollowSchedule(Following following, UnwatchedThreads unwatched, CaughtUp caughtUp, Clock clock) {
        this.following = following;
        this.unwatched = unwatched;
        this.caughtUp = caughtUp;
        this.turns = new Turns("follows", clock, key -> following.look(Server.of(key)));
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void wakeAll() {
        if (caughtUp.isCaughtUp()) {
            following.due().forEach(server -> turns.wake(server.key()));
        }
    }

    /** Also after a start with other sources than before. */
    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void beginWhereMissing() {
        if (caughtUp.isCaughtUp()) {
            unwatched.beginAll();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        turns.close();
    }
}
