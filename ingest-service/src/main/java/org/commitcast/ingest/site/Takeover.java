package org.commitcast.ingest.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.FeedState.Live;
import org.commitcast.contentreading.definition.FeedStatements;
import org.commitcast.ingest.site.Statements.Said;
import org.commitcast.ingest.storage.StoredJson;
import org.jspecify.annotations.Nullable;

/** Lets a feed that somebody else made be served from here only where its readers would not notice, or its owner agrees. */
@ApplicationScoped
class Takeover {
    /** Takes whatever difference there is, also where the other feed cannot be read. */
    private static final String ANY = "any";

    private final ToldFeeds told;

    Takeover(ToldFeeds told) {
        this.told = told;
    }

    /**
     * Checks what is said now of a site that exists.
     *
     * @throws Problem where a feed would be taken over whose difference is unknown, or not accepted
     */
    void check(Site site, SiteStatement before, Said said, Map<String, ? extends @Nullable Object> json)
            throws SQLException {
        Map<String, FeedDefinition> next = new LinkedHashMap<>();
        FeedStatements.all(said.statement().feeds()).forEach(feed -> next.put(feed.name(), feed));
        for (FeedDefinition feed : before.feeds().values()) {
            FeedDefinition after = next.get(feed.name());
            String accepted = said.accepted().getOrDefault(feed.name(), "");
            if (after != null && isTakenOver(feed, after) && !accepted.equals(ANY)) {
                boolean alone = after.madeElsewhere().equals(feed) && sameBeside(site, json);
                refusal(site, feed.name(), accepted, alone).ifPresent(problem -> {
                    throw problem;
                });
            }
        }
    }

    private static boolean isTakenOver(FeedDefinition before, FeedDefinition after) {
        // Also where it is closed with that: it may be opened again.
        return before.external() && !after.external();
    }

    /** What the difference was made of must not change with the same request. */
    private static boolean sameBeside(Site site, Map<String, ? extends @Nullable Object> json) {
        return besideFeeds(StoredJson.readMap(site.said())).equals(besideFeeds(Statements.withoutSecrets(json)));
    }

    private static Map<String, @Nullable Object> besideFeeds(Map<String, @Nullable Object> said) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(said);
        rest.remove("feed");
        rest.remove("feeds");
        // Secrets are not kept, so what held nothing else says nothing.
        rest.values().removeIf(value -> value == null || (value instanceof Map<?, ?> map && map.isEmpty()));
        return rest;
    }

    private Optional<Problem> refusal(Site site, String feed, String accepted, boolean alone) throws SQLException {
        Optional<FeedState> state = told.of(site, feed);
        Live live = state.map(FeedState::live).orElse(null);
        if (state.isEmpty() || live == null) {
            return Optional.of(refused(feed, "It was not compared with the feed that readers have yet."));
        }
        if (live.problem()) {
            return Optional.of(refused(feed, "The feed that readers have is not known. " + live.summary()));
        }
        if (state.get().through() < site.sequence()) {
            return Optional.of(refused(
                    feed,
                    "What was published last is not compared yet with the feed that readers have; try again soon."));
        }
        if (site.saidSince() || live.siteRevision() < site.revision()) {
            return Optional.of(refused(
                    feed,
                    "What comes of the settings that were said last is not compared yet with the feed that readers"
                            + " have; try again soon."));
        }
        if (!alone) {
            return Optional.of(refused(
                    feed,
                    "Other settings change with the same request, and what comes of them is not compared; change"
                            + " those first."));
        }
        String difference = live.difference();
        if (difference == null || difference.equals(accepted)) {
            return Optional.empty();
        }
        return Optional.of(refused(
                        feed,
                        "It differs from the feed that readers have: " + live.summary()
                                + ". To accept exactly that, say \"accept\": \"" + difference + "\" of the feed.")
                .with("summary", live.summary())
                .with("difference", difference)
                .with("see", place(state.get())));
    }

    private static Problem refused(String feed, String why) {
        return Problem.conflict("Feed not taken over", "The feed " + feed + " stays external. " + why)
                .with("feed", feed);
    }

    /** Where the difference is shown item by item. */
    private static String place(FeedState state) {
        String base = state.url().replaceFirst("/feeds/[^/]+/[^/]+$", "");
        return base + "/api/v1/feeds/" + state.site() + "/" + state.feed() + "/difference";
    }
}
