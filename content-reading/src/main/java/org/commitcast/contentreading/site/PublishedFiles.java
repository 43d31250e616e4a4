package org.commitcast.contentreading.site;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files that Commitcast itself writes into a site's repository: feeds, their archives, chapters and transcripts.
 * They are made of the content and are none.
 *
 * @param folder where they lie, without a closing slash; empty for the repository itself
 * @param feeds names of the site's feeds
 * @param others files of feeds that have another name than their feed, as paths below the folder
 */
public record PublishedFiles(String folder, Set<String> feeds, Set<String> others) implements Shown {
    /** Where nobody said that any are written. */
    public static final PublishedFiles NONE = new PublishedFiles("", Set.of(), Set.of());

    /** Below folders that are named by content ids: in whatever repository, nobody else writes such. */
    private static final Pattern OF_ITEM = Pattern.compile(
            "(?:.*/)?items/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/(?:chapters|transcript)\\.[a-z]{3,4}");

    private static final Pattern OF_FEED = Pattern.compile("([a-z0-9][a-z0-9-]*)(?:/[a-z0-9-]+)?\\.(?:rss|atom|json)");

    public PublishedFiles {
        feeds = Set.copyOf(feeds);
        others = Set.copyOf(others);
    }

    /** Whether a path is one of those files. */
    public boolean holds(String path) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        if (isOfItem(path)) {
            return true;
        }
        if (feeds.isEmpty() || !path.startsWith(prefix)) {
            return false;
        }
        String file = path.substring(prefix.length());
        var feed = OF_FEED.matcher(file);
        return others.contains(file) || (feed.matches() && feeds.contains(feed.group(1)));
    }

    private static boolean isOfItem(String path) {
        // Nearly every path is none, and this is asked for each of many thousands.
        return path.contains("items/") && OF_ITEM.matcher(path).matches();
    }

    /** These files. */
    public static PublishedFiles in(String folder, Collection<String> feeds, Collection<String> others) {
        return new PublishedFiles(folder, Set.copyOf(feeds), Set.copyOf(others));
    }

    @Override
    public Object asWritten() {
        return folder;
    }
}
