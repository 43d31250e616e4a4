package org.commitcast.notify.submission;

import java.net.URI;
import org.commitcast.notify.html.PlatformNames;
import org.jspecify.annotations.Nullable;

/**
 * An item is to be submitted somewhere.
 *
 * @param community absent where the platform has none, or the site says none
 * @param form the platform's own, filled in
 */
public record Wanted(String platform, @Nullable String community, URI form) {

    /** Where that is, for people. */
    public String place() {
        String name = PlatformNames.of(platform);
        return community == null ? name : name + " (" + community + ")";
    }
}
