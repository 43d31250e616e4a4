package org.commitcast.contentreading.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Findings;
import org.junit.jupiter.api.Test;

class JsonReaderTest {

    private final Findings findings = new Findings("x.md");

    private List<Finding> findings(String json) {
        assertThat(new JsonReader("json", findings).read(json, 3)).isEmpty();
        return findings.list();
    }

    @Test
    void readsTheObjectAndSaysWhereItEnds() {
        var text = "{\n\t\"a\": \"\\ud83d\\ude00 \\/\", \"b\": 1.50,\n\t\"c\": null, \"d\": [true, {\"e\": -2}]}\nbody";
        var parsed = new JsonReader("json", findings).read(text, 3).orElseThrow();

        assertThat(text.substring(parsed.end())).isEqualTo("\nbody");
        assertThat(parsed.values().text("a")).contains("😀 /");
        assertThat(parsed.values().text("b")).contains("1.50");
        assertThat(parsed.values().text("c")).isEmpty();
        assertThat(parsed.values().positionOf("c")).extracting("line", "column").containsExactly(5, 2);
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void takesTheLastOfTwoKeysAndSaysSo() {
        var parsed = new JsonReader("json", findings)
                .read("{\"a\": 1,\n\"a\": 2}", 3)
                .orElseThrow();

        assertThat(parsed.values().text("a")).contains("2");
        assertThat(findings.list())
                .extracting(Finding::rule, Finding::line)
                .containsExactly(tuple("json.duplicate-key", 4));
    }

    @Test
    void namesThePlaceOfWhatIsBroken() {
        assertThat(findings("{\"a\": 1,\n \"b\": tru}"))
                .extracting(Finding::rule, Finding::line)
                .containsExactly(tuple("json.syntax", 4));
    }

    @Test
    void refusesWhatIsTooDeepOrTooLarge() {
        assertThat(findings("{\"a\": " + "[".repeat(3000)))
                .extracting(Finding::rule)
                .contains("json.too-deep");
        assertThat(findings("{\"a\": \"" + "x".repeat(70_000) + "\"}"))
                .extracting(Finding::rule)
                .contains("json.too-large");
    }
}
