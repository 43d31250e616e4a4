package org.commitcast.feed.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.commitcast.feedrendering.RenderedItem;
import org.jspecify.annotations.Nullable;

/** Rows of content id, date and XML, each made an item when it is asked for. */
final class RenderedRows implements Iterator<RenderedItem> {
    private final ResultSet rows;
    private @Nullable RenderedItem next;

    RenderedRows(ResultSet rows) {
        this.rows = rows;
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public RenderedItem next() {
        RenderedItem item = next;
        if (item == null) {
            throw new NoSuchElementException();
        }
        advance();
        return item;
    }

    private void advance() {
        try {
            next = rows.next()
                    ? new RenderedItem(rows.getString(1), Instant.ofEpochMilli(rows.getLong(2)), rows.getBytes(3))
                    : null;
        } catch (SQLException e) {
            throw new StoreException("items of a feed could not be read", e);
        }
    }
}
