package org.commitcast.feeddifference;

import org.commitcast.feeddifference.FeedDifference.FieldDifference;

/** What two texts say around the first place where they differ. */
final class Excerpts {
    private static final int BEFORE = 30;
    private static final int MOST = 120;

    private Excerpts() {}

    static FieldDifference of(String field, String there, String here) {
        int same = 0;
        while (same < there.length() && same < here.length() && there.charAt(same) == here.charAt(same)) {
            same++;
        }
        return new FieldDifference(field, around(there, same), around(here, same));
    }

    private static String around(String text, int place) {
        int from = text.length() <= MOST ? 0 : Math.max(0, place - BEFORE);
        int to = Math.min(text.length(), from + MOST);
        // No half characters.
        from = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
        to = to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to;
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }
}
