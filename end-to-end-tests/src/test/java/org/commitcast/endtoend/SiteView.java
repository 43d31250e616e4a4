package org.commitcast.endtoend;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What the interface says of a site, page by page. */
final class SiteView {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Commitcast commitcast;
    private final String site;

    SiteView(Commitcast commitcast, String site) {
        this.commitcast = commitcast;
        this.site = site;
    }

    /** An item with a page and audio, and the document that it comes from. */
    record Episode(String item, String title, String page, String path, long sequence) {}

    /** All that are out; returns when everybody knows of them. */
    List<Episode> episodes() {
        List<Episode> episodes = new ArrayList<>();
        for (JsonPath page : pages(commitcast::ingest, "/api/v1/sites/" + site + "/items")) {
            List<Map<String, Object>> items = page.getList("items");
            items.stream()
                    .filter(item -> "EPISODE".equals(item.get("kind")) && "published".equals(item.get("state")))
                    .map(item -> new Episode(
                            String.valueOf(item.get("item")),
                            String.valueOf(item.get("title")),
                            String.valueOf(item.get("url")),
                            String.valueOf(item.get("path")),
                            Long.parseLong(String.valueOf(item.get("sequence")))))
                    .forEach(episodes::add);
        }
        episodes.sort(Comparator.comparingLong(Episode::sequence));
        // A site's records are taken in by their order.
        Episode last = episodes.get(episodes.size() - 1);
        await().atMost(SOON)
                .until(() -> commitcast
                                .notifying()
                                .get("/discussions/" + site + "/" + last.item() + ".json")
                                .statusCode()
                        == 200);
        return episodes;
    }

    /** The addresses of all threads of all its items. */
    Set<String> threads() {
        Set<String> threads = new HashSet<>();
        for (JsonPath page : pages(() -> commitcast.notifying().queryParam("site", site), "/api/v1/discussions")) {
            threads.addAll(page.getList("discussions.threads.url.flatten()", String.class));
        }
        return threads;
    }

    /** What became of its proposals. */
    List<String> proposals() {
        return commitcast
                .ingest()
                .get("/api/v1/sites/" + site + "/proposals")
                .jsonPath()
                .getList("proposals.state", String.class);
    }

    private static List<JsonPath> pages(Supplier<RequestSpecification> call, String path) {
        List<JsonPath> pages = new ArrayList<>(List.of(call.get().get(path).jsonPath()));
        String next = pages.get(0).getString("next");
        while (next != null) {
            JsonPath page = call.get().queryParam("cursor", next).get(path).jsonPath();
            pages.add(page);
            next = page.getString("next");
        }
        return pages;
    }
}
