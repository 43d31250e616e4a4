package org.commitcast.contentreading.shortcode;

import java.util.Optional;

/** What shortcodes may ask of a site and of the page that they stand on. */
public interface PageFacts {

    /** The value of a page's parameter, else of the site's. */
    Optional<String> parameter(String name);

    /** The address of another page, named as authors name it: by its path with or without ending. */
    Optional<String> page(String reference);
}
