package org.commitcast.commandline.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What was announced, or is to be. */
record Ledger(List<Row> rows) {

    /** One item on one channel. */
    record Row(String channel, String kind, String status, String waitingFor, String text) {}

    static Ledger of(JsonNode page) {
        List<Row> rows = new ArrayList<>();
        page.path("announcements")
                .forEach(row -> rows.add(new Row(
                        row.path("channel").asText(),
                        row.path("kind").asText(),
                        row.path("status").asText(),
                        row.path("waitingFor").asText(),
                        row.path("text").asText())));
        return new Ledger(rows);
    }

    /** What the public is told. */
    List<Row> announcements() {
        return rows.stream().filter(row -> row.kind().equals("new")).toList();
    }

    List<String> statuses() {
        return announcements().stream().map(Row::status).toList();
    }
}
