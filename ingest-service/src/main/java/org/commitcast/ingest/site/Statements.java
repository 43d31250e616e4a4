package org.commitcast.ingest.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.contentreading.definition.FeedStatements;
import org.commitcast.contentreading.definition.Fields;
import org.commitcast.ingest.checkout.CheckoutConfig;
import org.commitcast.ingest.githubapp.GitHubApps;
import org.commitcast.ingest.storage.StoredJson;
import org.jspecify.annotations.Nullable;

/** What owners say: read, checked, stored. */
@ApplicationScoped
public class Statements {
    private final CheckoutConfig checkout;
    private final GitHubApps apps;
    private final SiteConfig config;

    Statements(CheckoutConfig checkout, GitHubApps apps, SiteConfig config) {
        this.config = config;
        this.checkout = checkout;
        this.apps = apps;
    }

    /** What was said of a site; it was checked when it was said. */
    public SiteStatement of(Site site) {
        return reader().read(StoredJson.readMap(site.said()));
    }

    private StatementReader reader() {
        return new StatementReader(
                checkout, repository -> apps.deployments(repository).isPresent());
    }

    /**
     * What is said now.
     *
     * @param accepted which differences of feeds that are taken over, by the feeds' names
     */
    record Said(SiteStatement statement, SaidSecrets secrets, Map<String, String> accepted) {}

    /**
     * Reads what is said now.
     *
     * @throws Problem naming each field that is wrong
     */
    Said checked(Map<String, ? extends @Nullable Object> json) {
        StatementReader reader = reader();
        SiteStatement statement = reader.read(json);
        List<String> problems = new ArrayList<>(reader.problems());
        if (statement.publish() != null && config.feedService().isEmpty()) {
            problems.add("publish does not serve here: ingest-service is not told where feed-service is"
                    + " (COMMITCAST_FEED_SERVICE_URL)");
        }
        if (!problems.isEmpty()) {
            throw Problem.badRequest("Invalid site", String.join("; ", problems) + ".")
                    .with("problems", problems);
        }
        return new Said(
                statement,
                reader.secrets(),
                FeedStatements.accepted(statement.feeds(), new Fields("", json, new ArrayList<>())));
    }

    /** The same without what is write-only. */
    static Map<String, @Nullable Object> withoutSecrets(Map<String, ? extends @Nullable Object> json) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>(json);
        without(plain, "webhook", "secret", "secrets");
        without(plain, "repository", "password", "token", "sshKey");
        without(plain, "status", "token");
        within(plain, "repository", open -> without(open, "githubApp", "privateKey"));
        within(plain, "writeBack", open -> without(open, "proposal", "token"));
        within(plain, "publish", open -> without(open, "repository", "password", "token", "sshKey"));
        return plain;
    }

    private static void within(
            Map<String, @Nullable Object> json, String object, Consumer<Map<String, @Nullable Object>> change) {
        if (json.get(object) instanceof Map<?, ?> fields) {
            Map<String, @Nullable Object> open = new LinkedHashMap<>();
            fields.forEach((name, value) -> open.put(String.valueOf(name), value));
            change.accept(open);
            json.put(object, open);
        }
    }

    private static void without(Map<String, @Nullable Object> json, String object, String... names) {
        if (json.get(object) instanceof Map<?, ?> fields) {
            Map<Object, @Nullable Object> open = new LinkedHashMap<>(fields);
            List.of(names).forEach(open::remove);
            json.put(object, open);
        }
    }
}
