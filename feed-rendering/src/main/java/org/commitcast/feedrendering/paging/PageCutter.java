package org.commitcast.feedrendering.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts items into archives, the oldest first: one is full when it has its number of items, or when the next item would
 * not fit into it any more. Only full ones come to be. Items that are not there any more count, but take no room.
 */
public final class PageCutter {
    private final int most;
    private final long mostBytes;
    private final Consumer<List<ListedItem>> archives;
    private List<ListedItem> open = new ArrayList<>();
    private long bytes;

    PageCutter(int most, long mostBytes, Consumer<List<ListedItem>> archives) {
        this.most = most;
        this.mostBytes = mostBytes;
        this.archives = archives;
    }

    /** Takes the next newer item. */
    public void add(ListedItem item) {
        int more = item.stands() ? item.bytes() : 0;
        if (!open.isEmpty() && bytes + more > mostBytes) {
            close();
        }
        open.add(item);
        bytes += more;
        if (open.size() == most) {
            close();
        }
    }

    private void close() {
        List<ListedItem> full = open;
        open = new ArrayList<>();
        bytes = 0;
        archives.accept(full);
    }

    /** The items that stand in no archive yet, oldest first. */
    public List<ListedItem> rest() {
        return open;
    }
}
