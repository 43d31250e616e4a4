package org.commitcast.notify.lane;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one piece of work for a key came to.
 *
 * @param worked whether there was anything to do, so that there may be more
 * @param quiet for how long the key is left alone now; absent where it is not
 */
public record Turn(boolean worked, @Nullable Duration quiet) {
    /** Nothing was to be done. */
    public static final Turn NOTHING = new Turn(false, null);

    /** There may be more. */
    public static final Turn DONE = new Turn(true, null);

    private static final Duration USUAL = Duration.ofMinutes(1);

    /**
     * It cannot go on now.
     *
     * @param after when it can; absent where nobody says it
     */
    public static Turn later(@Nullable Duration after) {
        return new Turn(true, after == null ? USUAL : after);
    }
}
