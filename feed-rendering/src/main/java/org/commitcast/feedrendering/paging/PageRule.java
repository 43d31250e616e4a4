package org.commitcast.feedrendering.paging;

import java.util.List;
import java.util.function.Consumer;
import org.commitcast.contentevents.FeedDefinition;
import org.jspecify.annotations.Nullable;

/**
 * How much each document of a feed holds. Archives are cut from the oldest item on, so that a newer one never changes
 * those that are there.
 *
 * @param archived how many items an archive holds; absent where the feed has no archives
 * @param newest how many of the newest items are for the document that readers subscribe to; absent means all
 * @param bytes what the items of one document of a feed with archives take at most
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5005#section-4">RFC 5005, archived feeds</a>
 */
public record PageRule(@Nullable Integer archived, @Nullable Integer newest, long bytes) {
    /** Room for what stands around the items: a title, a description of any length that directories read, links. */
    private static final int AROUND = 64 * 1024;

    /**
     * The one of a feed.
     *
     * @param documentBytes what a whole document may take
     */
    public static PageRule of(FeedDefinition feed, long documentBytes) {
        Integer limit = feed.limit();
        Integer pageSize = feed.pageSize();
        return new PageRule(pageSize, limit == null ? pageSize : limit, room(documentBytes));
    }

    /** What is left for items of a document that may have so many bytes. */
    public static long room(long documentBytes) {
        return documentBytes - AROUND;
    }

    /** Whether there are archives. */
    public boolean cuts() {
        return archived != null;
    }

    /** Whether an archive of so many items is at its end whatever comes behind them. */
    public boolean isFull(int items) {
        return archived != null && items >= archived;
    }

    /**
     * Cuts archives of items.
     *
     * @param archives is given the items of each archive, the oldest first, with those that keep a place only
     */
    public PageCutter cutter(Consumer<List<ListedItem>> archives) {
        return archived == null
                ? new PageCutter(Integer.MAX_VALUE, Long.MAX_VALUE, archives)
                : new PageCutter(archived, bytes, archives);
    }

    /** How many of the newest items may be for the document that readers subscribe to, if so many stand nowhere else. */
    public @Nullable Integer most(int unarchived) {
        return newest == null || !cuts() ? newest : Integer.valueOf(Math.max(newest, unarchived));
    }

    /**
     * Which items readers find in the document that they subscribe to: those that stand nowhere else, and older ones as
     * far as there is room.
     *
     * @param newestFirst no more than {@link #most}
     * @param unarchived how many stand in no archive
     */
    public List<ListedItem> subscribed(List<ListedItem> newestFirst, int unarchived) {
        if (!cuts()) {
            return newestFirst;
        }
        int count = 0;
        long taken = 0;
        for (ListedItem item : newestFirst) {
            taken += item.bytes();
            if (count >= unarchived && taken > bytes) {
                break;
            }
            count++;
        }
        return newestFirst.subList(0, count);
    }
}
