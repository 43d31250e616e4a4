package org.commitcast.feeddifference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.commitcast.feeddifference.FeedDifference.Counts;
import org.commitcast.feeddifference.FeedDifference.FieldDifference;
import org.commitcast.feeddifference.FeedDifference.ItemDifference;
import org.commitcast.feeddifference.FeedDifference.Unmatched;

/** Compares two feeds, once. */
final class Comparison {
    private final ReadFeed here;
    private final ReadFeed there;
    private final Map<String, ReadItem> ours;
    private final Map<String, ReadItem> theirs;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Digest digest = new Digest();

    Comparison(ReadFeed here, ReadFeed there) {
        this.here = here;
        this.there = there;
        this.ours = byGuid(here);
        this.theirs = byGuid(there);
    }

    /** Of two with the same guid readers take the first. */
    private static Map<String, ReadItem> byGuid(ReadFeed feed) {
        Map<String, ReadItem> items = new LinkedHashMap<>();
        feed.items().forEach(item -> items.putIfAbsent(item.guid(), item));
        return items;
    }

    FeedDifference result() {
        List<ItemDifference> items = new ArrayList<>();
        List<String> shared = new ArrayList<>();
        theirs.forEach((guid, other) -> {
            ReadItem own = ours.get(guid);
            if (own != null) {
                shared.add(guid);
                digest.add(guid);
                List<FieldDifference> fields = fields(own, other);
                if (!fields.isEmpty()) {
                    items.add(new ItemDifference(guid, other.title(), fields));
                }
            }
        });
        items.forEach(item -> item.fields().forEach(field -> counts.merge(field.field(), 1, Integer::sum)));
        List<String> order = ours.keySet().stream().filter(theirs::containsKey).toList();
        Set<String> all = new TreeSet<>(ours.keySet());
        all.addAll(theirs.keySet());
        List<FieldDifference> channel = channel();
        digest.add(byDate(order).toString(), byDate(shared).toString());
        all.forEach(digest::add);
        return new FeedDifference(
                new Counts(here.items().size(), there.items().size(), shared.size(), all.size(), inFieldOrder()),
                byDate(order).equals(byDate(shared)),
                channel,
                items,
                unmatched(ours, theirs),
                unmatched(theirs, ours),
                digest.hex());
    }

    /** Items of one moment have no order among them. */
    private List<Set<String>> byDate(List<String> guids) {
        List<Set<String>> moments = new ArrayList<>();
        String last = "";
        for (String guid : guids) {
            String date = Optional.ofNullable(theirs.get(guid))
                    .flatMap(item -> item.asRead(ItemField.DATE))
                    .orElse(guid);
            if (!date.equals(last)) {
                moments.add(new TreeSet<>());
            }
            moments.get(moments.size() - 1).add(guid);
            last = date;
        }
        return moments;
    }

    private Map<String, Integer> inFieldOrder() {
        Map<String, Integer> ordered = new LinkedHashMap<>();
        for (ItemField field : ItemField.values()) {
            Integer count = counts.remove(field.label());
            if (count != null) {
                ordered.put(field.label(), count);
            }
        }
        ordered.putAll(counts);
        return ordered;
    }

    private List<FieldDifference> fields(ReadItem own, ReadItem other) {
        List<FieldDifference> fields = new ArrayList<>();
        for (ItemField field : ItemField.values()) {
            if (!isSayableByBoth(field)) {
                continue;
            }
            String said = other.asRead(field).orElse("");
            String says = own.asRead(field).orElse("");
            boolean missed =
                    field == ItemField.EXPLICIT ? !orOfShow(said, there).equals(orOfShow(says, here)) : !said.isEmpty();
            if (missed && !said.equals(says)) {
                fields.add(differing(field.label(), said, says));
            }
        }
        others(own.others(), other.others(), fields);
        return fields;
    }

    /** An item that says nothing is what its show is. */
    private static String orOfShow(String explicit, ReadFeed feed) {
        return explicit.isEmpty() ? effective(ChannelField.EXPLICIT, feed) : explicit;
    }

    private void others(List<OtherElement> own, List<OtherElement> other, List<FieldDifference> fields) {
        if (here.form() == there.form()) {
            OtherElements.compare(other, own, (name, said, says) -> fields.add(differing(name, said, says)));
        }
    }

    private FieldDifference differing(String field, String there, String here) {
        digest.add(field, there, here);
        return Excerpts.of(field, there, here);
    }

    /** What a format has no place for, its readers do not miss. */
    private boolean isSayableByBoth(ItemField field) {
        if (here.form() == there.form()) {
            return true;
        }
        return switch (field) {
            case TITLE, LINK, DATE, AUDIO, AUDIO_TYPE, AUDIO_LENGTH, CATEGORIES, CONTENT, IMAGE -> true;
            default -> false;
        };
    }

    private List<FieldDifference> channel() {
        List<FieldDifference> fields = new ArrayList<>();
        for (ChannelField field : ChannelField.values()) {
            String said = said(field, there);
            String says = said(field, here);
            boolean sameForm = here.form() == there.form();
            boolean sayable = sameForm || !says.isEmpty();
            boolean differs = (sameForm && field.bothWays())
                    ? !effective(field, there).equals(effective(field, here))
                    : sayable && !said.isEmpty() && !said.equals(says);
            if (differs) {
                fields.add(differing(field.label(), said, says));
            }
        }
        others(here.others(), there.others(), fields);
        return fields;
    }

    private static String said(ChannelField field, ReadFeed feed) {
        return Optional.ofNullable(feed.channel().get(field)).map(field::asRead).orElse("");
    }

    private static String effective(ChannelField field, ReadFeed feed) {
        String said = said(field, feed);
        return said.isEmpty() ? field.unsaid() : said;
    }

    private static List<Unmatched> unmatched(Map<String, ReadItem> these, Map<String, ReadItem> those) {
        Map<String, String> guids = new HashMap<>();
        those.values().stream().filter(item -> !these.containsKey(item.guid())).forEach(item -> {
            item.text(ItemField.AUDIO).ifPresent(audio -> guids.putIfAbsent(audio.strip(), item.guid()));
            item.text(ItemField.LINK).ifPresent(link -> guids.putIfAbsent(link.strip(), item.guid()));
        });
        return these.values().stream()
                .filter(item -> !those.containsKey(item.guid()))
                .map(item -> new Unmatched(item.guid(), item.title(), likely(item, guids)))
                .toList();
    }

    private static String likely(ReadItem item, Map<String, String> guids) {
        return item.text(ItemField.AUDIO)
                .map(audio -> guids.get(audio.strip()))
                .or(() -> item.text(ItemField.LINK).map(link -> guids.get(link.strip())))
                .orElse("");
    }
}
