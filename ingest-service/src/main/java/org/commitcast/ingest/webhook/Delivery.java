package org.commitcast.ingest.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.commitcast.ingest.site.GenericHook;
import org.jspecify.annotations.Nullable;

/**
 * A request of a forge, as it came.
 *
 * @param headers gives all values of a header by its name, whatever its case; empty where it is not there
 * @param generic how deliveries of an unknown sender look
 */
record Delivery(Function<String, List<String>> headers, RawBody body, GenericHook generic) {
    private static final String FORM = "application/x-www-form-urlencoded";

    boolean has(String header) {
        return !headers.apply(header).isEmpty();
    }

    /** A header's value; null where it is not there, and where it is there twice: nobody could say which one counts. */
    @Nullable String header(String name) {
        List<String> values = headers.apply(name);
        return values.size() == 1 ? values.get(0) : null;
    }

    /** The JSON, which forges may also wrap into the field {@code payload} of a form. */
    InputStream payload() throws IOException {
        return isForm() ? new FormField("payload", body.open()) : body.open();
    }

    private boolean isForm() {
        String type = header("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
    }
}
