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
    private final CaughtUp caughtUp;
    private final Turns turns;

    FollowSchedule(Following following, CaughtUp caughtUp, Clock clock) {
        this.following = following;
        this.caughtUp = caughtUp;
        this.turns = new Turns("follows", clock, key -> following.look(Server.of(key)));
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void wakeAll() {
        if (caughtUp.isCaughtUp()) {
            following.due().forEach(server -> turns.wake(server.key()));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        turns.close();
    }
}
