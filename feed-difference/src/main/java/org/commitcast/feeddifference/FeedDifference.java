package org.commitcast.feeddifference;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a feed of ours differs from the one that readers have now. What ours says beyond that one is no difference:
 * readers lose nothing by it.
 *
 * @param order whether the items that both have stand in the same order
 * @param channel what the feeds say of themselves
 * @param items those that both have and that are not the same
 * @param onlyHere items of ours that the other has not
 * @param onlyThere items of the other that we have not
 * @param digest names exactly this difference: whoever accepts it has accepted no other
 */
public record FeedDifference(
        Counts counts,
        boolean order,
        List<FieldDifference> channel,
        List<ItemDifference> items,
        List<Unmatched> onlyHere,
        List<Unmatched> onlyThere,
        String digest) {

    public FeedDifference {
        channel = List.copyOf(channel);
        items = List.copyOf(items);
        onlyHere = List.copyOf(onlyHere);
        onlyThere = List.copyOf(onlyThere);
    }

    /**
     * How much there is of what.
     *
     * @param here, there items of ours, and of the other
     * @param equal guids that both have
     * @param all guids that either has
     * @param fields how many items differ in what, by the field's name
     */
    public record Counts(int here, int there, int equal, int all, Map<String, Integer> fields) {
        public Counts {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /**
     * What two say differently.
     *
     * @param there, here what they say around the first place where they differ; empty where they say nothing
     */
    public record FieldDifference(String field, String there, String here) {}

    /** An item that is not the same in both. */
    public record ItemDifference(String guid, String title, List<FieldDifference> fields) {
        public ItemDifference {
            fields = List.copyOf(fields);
        }
    }

    /**
     * An item that only one has.
     *
     * @param otherGuid the guid of what seems to be the same item in the other feed, by audio or page; empty for none
     */
    public record Unmatched(String guid, String title, String otherGuid) {}

    /** Compares ours with the other. */
    public static FeedDifference between(ReadFeed here, ReadFeed there) {
        return new Comparison(here, there).result();
    }

    /** Whether readers would not notice if ours stood in the place of the other. */
    @JsonIgnore
    public boolean isNone() {
        return order && channel.isEmpty() && items.isEmpty() && onlyHere.isEmpty() && onlyThere.isEmpty();
    }

    /** In one line: {@code 179 of 179 guids equal, 2 descriptions differ}. */
    @JsonProperty
    public String summary() {
        return Summary.of(this);
    }
}
