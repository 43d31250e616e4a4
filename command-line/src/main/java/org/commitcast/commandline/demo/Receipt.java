package org.commitcast.commandline.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.localstack.service.Service;

/** What became of a commit. */
record Receipt(JsonNode json) {

    /** Asks for it, and waits until its items have come that far. */
    static Receipt of(Stage stage, String commit, String reached) {
        return new Receipt(stage.api()
                .get(
                        Service.INGEST,
                        "/api/v1/sites/%s/commits/%s?wait=45s&for=%s".formatted(Stage.SITE, commit, reached))
                .expect(200)
                .json());
    }

    JsonNode onlyItem() {
        Expect.equal(json.path("items").size(), 1, "the number of items in the receipt");
        return json.path("items").path(0);
    }

    JsonNode stage(String name) {
        return onlyItem().path("stages").path(name);
    }

    /** The receipt in a few lines. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("commit %.10s %s"
                .formatted(json.path("commit").asText(), json.path("status").asText()));
        for (JsonNode item : json.path("items")) {
            lines.add("%s: %s"
                    .formatted(item.path("change").asText(), item.path("path").asText()));
            lines.add("  title  " + item.path("title").asText());
            lines.add("  guid   " + item.path("guid").asText());
            JsonNode stages = item.path("stages");
            lines.add("  parsed " + stages.path("parsed").path("at").asText("not yet"));
            lines.add("  feed   " + stages.path("inFeed").path("at").asText("not yet"));
            lines.add("  page   " + stages.path("live").path("at").asText("not yet"));
            stages.path("announced").forEach(row -> lines.add("  said   " + said(row)));
        }
        json.path("findings")
                .forEach(finding ->
                        lines.add("finding: " + finding.path("message").asText()));
        return lines;
    }

    private static String said(JsonNode row) {
        String waiting = row.path("waitingFor").asText();
        return row.path("channel").asText()
                + " "
                + row.path("status").asText()
                + (waiting.isEmpty() ? "" : ", waiting for " + waiting);
    }
}
