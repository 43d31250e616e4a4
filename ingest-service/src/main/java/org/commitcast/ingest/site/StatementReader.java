package org.commitcast.ingest.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.SiteDefinition.Owner;
import org.commitcast.contentreading.site.SiteSettings;
import org.commitcast.ingest.checkout.RepositoryAddress;
import org.commitcast.ingest.site.SiteStatement.FeedStatement;
import org.commitcast.ingest.site.SiteStatement.Gate;
import org.commitcast.ingest.site.SiteStatement.WriteBackStatement;
import org.jspecify.annotations.Nullable;

/** Reads what an owner says, as it comes by REST and as it is stored. */
final class StatementReader {
    private final boolean allowLocal;
    private final List<String> problems = new ArrayList<>();

    StatementReader(boolean allowLocal) {
        this.allowLocal = allowLocal;
    }

    /** What is wrong, each naming its field; to be asked after {@link #read}. */
    List<String> problems() {
        return problems;
    }

    SiteStatement read(Map<String, ? extends @Nullable Object> json) {
        Fields fields = new Fields("", json, problems);
        Fields repository = fields.object("repository");
        String url = repository.text("url");
        checkRepository(repository, url);
        String branch = repository.text("branch");
        if (branch != null && (branch.startsWith("-") || branch.startsWith("refs/"))) {
            repository.wrong("branch", "must be a branch's plain name");
        }
        String username = repository.text("username");
        repository.take("password");
        repository.end();
        Fields webhook = fields.object("webhook");
        webhook.take("secret");
        webhook.end();
        var statement = new SiteStatement(
                String.valueOf(url),
                branch,
                username,
                owner(fields.object("owner")),
                feeds(fields.object("feeds")),
                gate(fields),
                fields.address("adopt"),
                writeBack(fields),
                settings(fields));
        fields.end();
        return statement;
    }

    private void checkRepository(Fields repository, @Nullable String url) {
        if (url == null) {
            repository.wrong("url", "is missing");
            return;
        }
        try {
            RepositoryAddress.parse(url, allowLocal);
        } catch (IllegalArgumentException e) {
            repository.wrong("url", "does not serve: " + e.getMessage());
        }
    }

    private static @Nullable Owner owner(Fields fields) {
        Owner owner = fields.isEmpty() ? null : new Owner(fields.text("name"), fields.text("email"));
        fields.end();
        return owner;
    }

    private Map<String, FeedStatement> feeds(Fields fields) {
        Map<String, FeedStatement> feeds = new LinkedHashMap<>();
        for (String name : Definitions.FEEDS.keySet()) {
            Fields feed = fields.object(name);
            if (!feed.isEmpty()) {
                feeds.put(
                        name, new FeedStatement(feed.address("publicUrl"), feed.text("title"), feed.positive("limit")));
                feed.end();
            }
        }
        fields.end();
        return feeds;
    }

    private static Gate gate(Fields fields) {
        String said = fields.text("gate");
        Gate gate = said == null ? Gate.FEED_AND_PAGE : Gate.labelled(said);
        if (gate == null) {
            fields.wrong("gate", "must be none, feed, page or feed+page");
        }
        return gate == null ? Gate.FEED_AND_PAGE : gate;
    }

    private static WriteBackStatement writeBack(Fields fields) {
        Object said = fields.take("writeBack");
        if (said == null || said instanceof Boolean) {
            return Boolean.FALSE.equals(said) ? WriteBackStatement.OFF : WriteBackStatement.ON;
        }
        Fields details = fields.object("writeBack");
        Fields author = details.object("author");
        var statement =
                new WriteBackStatement(true, author.text("name"), author.text("email"), details.text("message"));
        author.end();
        details.end();
        return statement;
    }

    private SiteSettings settings(Fields fields) {
        var reading = SiteSettings.read(fields.rest());
        reading.problems().forEach(problem -> problems.add(problem.name() + ": " + problem.message()));
        return reading.settings();
    }
}
