package org.commitcast.notify.delivery;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commitcast.announcementtext.ItemValues;
import org.commitcast.announcementtext.Key;
import org.commitcast.announcementtext.TextForm;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.notify.announcement.LedgerRow;
import org.commitcast.notify.channel.Announcement.AnnouncedItem;
import org.commitcast.notify.channel.ChannelRow;
import org.commitcast.notify.submission.Wanted;

/** What is said of an item. */
final class Wording {
    private Wording() {}

    /** What may have arrived already, word for word; else of the item as it is now. */
    static String text(LedgerRow row, ChannelRow channel, ContentSnapshot item, SiteDefinition site, TextForm form) {
        if (row.doubtful() && row.text() != null) {
            return row.text();
        }
        return channel.templates().forNew(channel.type(), item.kind()).write(ItemValues.of(item, site), form);
    }

    /** What maintainers are asked for, without the addresses of pages: those are given to nobody else. */
    static String text(LedgerRow row, ContentSnapshot item, List<Wanted> wanted) {
        if (row.doubtful() && row.text() != null) {
            return row.text();
        }
        return Stream.concat(
                        Stream.of("Please submit “" + item.title() + "”: " + item.url()),
                        wanted.stream().map(one -> one.place() + ": " + one.form()))
                .collect(Collectors.joining("\n"));
    }

    static AnnouncedItem item(ContentSnapshot item, SiteDefinition site) {
        String summary = ItemValues.of(item, site).getOrDefault(Key.SUMMARY, "");
        Enclosure enclosure = item.enclosure();
        return new AnnouncedItem(
                item.site(),
                item.contentId(),
                item.kind().name().toLowerCase(Locale.ROOT),
                item.guid(),
                item.title(),
                item.url(),
                summary.isEmpty() ? null : summary,
                item.image(),
                item.language(),
                enclosure == null ? null : enclosure.url(),
                item.date());
    }
}
