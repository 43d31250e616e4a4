package org.commitcast.notify.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.commitcast.notify.lane.Turn;

/** Lets tests take the turns that the schedule would. */
@ApplicationScoped
public class SearchTurns {
    private final Searching searching;
    private final Searches searches;

    SearchTurns(Searching searching, Searches searches) {
        this.searching = searching;
        this.searches = searches;
    }

    public void beginWhereMissing() {
        searches.beginWhereMissing();
    }

    public Turn take(String source) {
        return searching.work(source);
    }
}
