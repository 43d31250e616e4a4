package org.commitcast.contentreading.document;

import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.contentreading.path.FileName;

/** Dates that names begin with. */
final class NamedDate {

    private static final Pattern WHOLE_NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern AT_START =
            Pattern.compile("/?(?:.*?/)??(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})(?:[/_.-].*)?");

    private NamedDate() {}

    /** That of a file. */
    static Optional<String> of(FileName file) {
        return file.date().or(() -> Optional.of(file.slug())
                .filter(name -> WHOLE_NAME.matcher(name).matches()));
    }

    /** That of a path such as {@code 2016/09/27/post}. */
    static Optional<String> atStart(String path) {
        var date = AT_START.matcher(path.strip());
        return date.matches()
                ? Optional.of(date.group(1) + "-" + date.group(2) + "-" + date.group(3))
                : Optional.empty();
    }
}
