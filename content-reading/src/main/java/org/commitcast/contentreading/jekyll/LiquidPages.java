package org.commitcast.contentreading.jekyll;

import java.util.Optional;

/** Where the site's other files end up. */
@FunctionalInterface
public interface LiquidPages {

    /**
     * The address of a file's page from the host's root on, the site's folder included.
     *
     * @param path in the repository
     */
    Optional<String> of(String path);
}
