package org.commitcast.notify.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.commitcast.notify.lane.Turn;

/** Lets a measurement take the turns that the schedule would. */
@ApplicationScoped
public class SearchTurns {
    private final Searching searching;

    SearchTurns(Searching searching) {
        this.searching = searching;
    }

    public Turn take(String source) {
        return searching.work(source);
    }
}
