package org.commitcast.contentreading.document;

import java.util.Optional;
import java.util.regex.Pattern;

/** The date of a path such as {@code 2016/09/27/post}. */
final class PathDate {

    private static final Pattern FORM =
            Pattern.compile("/?(?:.*?/)??(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})(?:[/_.-].*)?");

    private PathDate() {}

    static Optional<String> of(String path) {
        var date = FORM.matcher(path.strip());
        return date.matches()
                ? Optional.of(date.group(1) + "-" + date.group(2) + "-" + date.group(3))
                : Optional.empty();
    }
}
