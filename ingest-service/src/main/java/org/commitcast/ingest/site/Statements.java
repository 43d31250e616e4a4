package org.commitcast.ingest.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.ingest.checkout.CheckoutConfig;
import org.commitcast.ingest.storage.StoredJson;
import org.jspecify.annotations.Nullable;

/** What owners say: read, checked, stored. */
@ApplicationScoped
public class Statements {
    private final CheckoutConfig checkout;

    Statements(CheckoutConfig checkout) {
        this.checkout = checkout;
    }

    /** What was said of a site; it was checked when it was said. */
    public SiteStatement of(Site site) {
        return new StatementReader(checkout.allowLocal()).read(StoredJson.readMap(site.said()));
    }

    /**
     * Reads what is said now.
     *
     * @throws Problem naming each field that is wrong
     */
    SiteStatement checked(Map<String, ? extends @Nullable Object> json) {
        StatementReader reader = new StatementReader(checkout.allowLocal());
        SiteStatement statement = reader.read(json);
        List<String> problems = reader.problems();
        if (!problems.isEmpty()) {
            throw Problem.badRequest("Invalid site", String.join("; ", problems) + ".")
                    .with("problems", problems);
        }
        return statement;
    }

    /** The same without what is write-only. */
    static Map<String, @Nullable Object> withoutSecrets(Map<String, ? extends @Nullable Object> json) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>(json);
        plain.remove("webhook");
        if (plain.get("repository") instanceof Map<?, ?> repository) {
            Map<Object, @Nullable Object> open = new LinkedHashMap<>(repository);
            open.remove("password");
            plain.put("repository", open);
        }
        return plain;
    }

    /** A write-only value, if it is there. */
    static @Nullable String secret(Map<String, ? extends @Nullable Object> json, String object, String name) {
        if (json.get(object) instanceof Map<?, ?> fields && fields.get(name) != null) {
            return String.valueOf(fields.get(name));
        }
        return null;
    }
}
