package org.commitcast.contentreading.site;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.commitcast.contentevents.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Whether documents go out before their date. What is not said is left to the generator.
 *
 * @param episodes, posts true for those that do
 */
public record FutureDates(@Nullable Boolean episodes, @Nullable Boolean posts) implements Shown {

    public static final FutureDates AS_GENERATED = new FutureDates(null, null);

    /** Whether documents of a kind wait for their date. */
    public Optional<Boolean> waits(Kind kind) {
        return Optional.ofNullable(kind == Kind.EPISODE ? episodes : posts).map(published -> !published);
    }

    @Override
    public Object asWritten() {
        var written = new LinkedHashMap<String, Boolean>();
        if (episodes != null) {
            written.put("episodes", episodes);
        }
        if (posts != null) {
            written.put("posts", posts);
        }
        return written;
    }
}
