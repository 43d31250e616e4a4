package org.commitcast.endtoend;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A show on its way over: the steps that docs/moving.md tells, as calls. */
final class Moving {
    static final String SITE = "moving-radio";

    private final Commitcast commitcast;
    private final ContentRepository repository;
    private final LiveFeed live;

    Moving(Commitcast commitcast, ContentRepository repository, LiveFeed live) {
        this.commitcast = commitcast;
        this.repository = repository;
        this.live = live;
    }

    /** Says where the feed is and who makes it, and what more is said of it. */
    Response define(boolean external, Map<String, Object> more) {
        Map<String, Object> podcast = new HashMap<>(Map.of("publicUrl", live.address(), "external", external));
        podcast.putAll(more);
        return commitcast
                .ingest()
                .body(Map.of(
                        "repository", Map.of("url", repository.url()),
                        "webhook", Map.of("secret", Commitcast.WEBHOOK_SECRET),
                        "guidPattern", "harbour/:title",
                        "adopt", live.address(),
                        "feeds", Map.of("podcast", podcast)))
                .put("/api/v1/sites/" + SITE);
    }

    Response difference() {
        return commitcast.feed().get("/api/v1/feeds/" + SITE + "/podcast/difference");
    }

    Response feed() {
        return commitcast.rss(SITE, "podcast");
    }

    List<String> guids() {
        return feed().xmlPath().getList("rss.channel.item.guid", String.class);
    }

    JsonPath push(String message, String stage) {
        String commit = repository.push(message);
        commitcast.pushHook(SITE, commit).then().statusCode(202);
        return commitcast.receipt(SITE, commit, stage);
    }
}
