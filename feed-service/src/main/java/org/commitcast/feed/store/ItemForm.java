package org.commitcast.feed.store;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.feedrendering.document.FeedFormat;

/** In which form an item is kept for the feeds that carry it. */
public enum ItemForm {
    RSS(FeedFormat.RSS, false, "xml"),
    RSS_SUMMARY(FeedFormat.RSS, true, "rss_summary"),
    ATOM(FeedFormat.ATOM, false, "atom"),
    ATOM_SUMMARY(FeedFormat.ATOM, true, "atom_summary"),
    JSON(FeedFormat.JSON, false, "json"),
    JSON_SUMMARY(FeedFormat.JSON, true, "json_summary");

    private final FeedFormat format;
    private final boolean summaryOnly;
    private final String column;

    ItemForm(FeedFormat format, boolean summaryOnly, String column) {
        this.format = format;
        this.summaryOnly = summaryOnly;
        this.column = column;
    }

    /** The form that such a feed takes. */
    public static ItemForm of(FeedFormat format, boolean summaryOnly) {
        return Arrays.stream(values())
                .filter(form -> form.format == format && form.summaryOnly == summaryOnly)
                .findFirst()
                .orElseThrow();
    }

    /** Those that a site's feeds take. */
    static Set<ItemForm> neededBy(SiteDefinition site) {
        Set<ItemForm> needed = EnumSet.noneOf(ItemForm.class);
        SiteFeeds.open(site).forEach(feed -> Arrays.stream(FeedFormat.values())
                .forEach(format -> needed.add(of(format, feed.summaryOnly()))));
        return needed;
    }

    FeedFormat format() {
        return format;
    }

    boolean summaryOnly() {
        return summaryOnly;
    }

    /** In the arrays that have an element for each form, counted from one as SQL does. */
    int position() {
        return Arrays.asList(values()).indexOf(this) + 1;
    }

    String column() {
        return column;
    }
}
