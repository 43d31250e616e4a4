package org.commitcast.notify.follow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.commitcast.notify.lane.Turn;

/** Lets a measurement take the turns that the schedule would. */
@ApplicationScoped
public class FollowTurns {
    private final Following following;

    FollowTurns(Following following) {
        this.following = following;
    }

    public List<String> due() {
        return following.due().stream().map(Server::key).toList();
    }

    public Turn take(String server) {
        return following.look(Server.of(server));
    }
}
