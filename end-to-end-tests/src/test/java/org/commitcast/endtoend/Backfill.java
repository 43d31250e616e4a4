package org.commitcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A search through a site's archive, as a client of the interface sees it. */
final class Backfill {
    private static final String PATH = "/api/v1/discussions/backfill";

    private final Commitcast commitcast;
    private final String id;
    private final List<Integer> progress = new ArrayList<>();

    private Backfill(Commitcast commitcast, String id) {
        this.commitcast = commitcast;
        this.id = id;
    }

    static Backfill begin(Commitcast commitcast, String site, DiscussionServer source, boolean dryRun) {
        JsonPath begun = commitcast
                .notifying()
                .body(Map.of("site", site, "sources", List.of(source.platform()), "dryRun", dryRun))
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        assertThat(begun.getString("state")).isEqualTo("running");
        return new Backfill(commitcast, begun.getString("id"));
    }

    JsonPath view() {
        return commitcast
                .notifying()
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    int searches() {
        return view().getInt("sources[0].searches");
    }

    int finished() {
        return view().getInt("sources[0].finished");
    }

    Backfill awaitDone(Duration limit) {
        await().atMost(limit).pollInterval(Duration.ofMillis(250)).until(() -> {
            JsonPath view = view();
            progress.add(view.getInt("sources[0].finished"));
            return view.getString("state").equals("done");
        });
        return this;
    }

    /** How far it was each time that somebody looked. */
    List<Integer> progress() {
        return List.copyOf(progress);
    }

    /** The best thread of each page for which it found any, all of which are to be of the same opinion. */
    Map<String, String> found(String verdict) {
        Map<String, String> threads = new HashMap<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = page(cursor);
            List<Map<String, Object>> found = page.getList("found");
            for (int i = 0; i < found.size(); i++) {
                assertThat(page.getList("found[" + i + "].threads.verdict", String.class))
                        .containsExactly(verdict);
                threads.put(
                        page.getString("found[" + i + "].url"),
                        page.getString("found[" + i + "].threads[0].thread.url"));
            }
            cursor = page.getString("next");
        }
        return threads;
    }

    private JsonPath page(@Nullable String cursor) {
        return commitcast
                .notifying()
                .queryParam("cursor", String.valueOf(cursor).isEmpty() ? "0" : cursor)
                .get(PATH + "/" + id + "/found")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    void cancel() {
        commitcast.notifying().delete(PATH + "/" + id).then().statusCode(200);
    }
}
