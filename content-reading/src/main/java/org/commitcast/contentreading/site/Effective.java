package org.commitcast.contentreading.site;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A setting's value and who said it; null where nobody did and there is no default. */
public record Effective<T>(@Nullable T value, Origin origin) {

    /** The value as it would be written in a definition. */
    public @Nullable Object shown() {
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return value instanceof Shown shown ? shown.asWritten() : value;
    }
}
