package org.commitcast.notify.search;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Which of an item's addresses are searched for in one round. */
final class SearchRound {
    /** While rounds are minutes apart, so many of them look for the page alone: sources count calls. */
    private static final int EVERY = 12;

    /** Of the other addresses, so many in a round; the next ones in the next. */
    private static final int MOST_OTHERS = 6;

    private SearchRound() {}

    /**
     * All of them in the first round; then the first in each and the others where there is time.
     *
     * @param addresses the most important first
     * @param round counts from 0
     * @param often whether rounds are minutes apart
     */
    static List<URI> addresses(List<URI> addresses, int round, boolean often) {
        if (round == 0) {
            return addresses;
        }
        if (addresses.size() < 2 || (often && round % EVERY != 0)) {
            return addresses.subList(0, Math.min(1, addresses.size()));
        }
        List<URI> others = addresses.subList(1, addresses.size());
        List<URI> chosen = new ArrayList<>(List.of(addresses.get(0)));
        int from = (often ? round / EVERY : round) * MOST_OTHERS % others.size();
        for (int i = 0; i < Math.min(MOST_OTHERS, others.size()); i++) {
            chosen.add(others.get((from + i) % others.size()));
        }
        return chosen;
    }
}
