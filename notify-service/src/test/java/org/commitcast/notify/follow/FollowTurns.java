package org.commitcast.notify.follow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.commitcast.notify.lane.Turn;

/** Lets tests take the turns that the schedule would. */
@ApplicationScoped
public class FollowTurns {
    private final Following following;
    private final UnwatchedThreads unwatched;

    FollowTurns(Following following, UnwatchedThreads unwatched) {
        this.following = following;
        this.unwatched = unwatched;
    }

    public void beginWhereMissing() {
        unwatched.beginAll();
    }

    public List<String> due() {
        return following.due().stream().map(Server::key).toList();
    }

    public Turn take(String server) {
        return following.look(Server.of(server));
    }
}
