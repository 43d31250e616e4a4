package org.commitcast.feeddifference;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An item of a feed.
 *
 * @param guid what readers know it by, exactly
 * @param said its fields as they are written; never empty ones
 * @param others elements that are no field of ours
 */
public record ReadItem(String guid, Map<ItemField, String> said, List<OtherElement> others) {

    public ReadItem {
        Map<ItemField, String> ordered = new EnumMap<>(ItemField.class);
        said.forEach((field, text) -> {
            if (!text.isBlank()) {
                ordered.put(field, text);
            }
        });
        said = Collections.unmodifiableMap(ordered);
        others = List.copyOf(others);
    }

    /** What the item is called; its guid where it has no title. */
    public String title() {
        return text(ItemField.TITLE).map(Readings::words).orElse(guid);
    }

    /** When it was published, where it says so in a way that can be read. */
    public Optional<Instant> date() {
        try {
            return asRead(ItemField.DATE).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<String> text(ItemField field) {
        return Optional.ofNullable(said.get(field));
    }

    /** A field in the form in which readers take it. */
    Optional<String> asRead(ItemField field) {
        return text(field).map(text -> field.asRead(text, said.getOrDefault(ItemField.LINK, "")));
    }
}
