package org.commitcast.contentreading.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Findings;
import org.junit.jupiter.api.Test;

class TomlReaderTest {

    private final Findings findings = new Findings("x.md");

    private List<Finding> findings(String toml) {
        assertThat(new TomlReader("toml", findings).read(toml, 2)).isEmpty();
        return findings.list();
    }

    @Test
    void keepsTextsDatesAndNumbers() {
        var map = new TomlReader("toml", findings)
                .read("a = '1.10'\nb = 2020-01-01 09:00:00\nc = 12\nd = true\n[e.f]\ng = [1, 'x']\n", 2)
                .orElseThrow();

        assertThat(map.text("a")).contains("1.10");
        assertThat(map.text("b")).contains("2020-01-01T09:00:00");
        assertThat(map.truth("d")).contains(true);
        assertThat(map.toJson()).containsEntry("c", 12L).containsEntry("e", Map.of("f", Map.of("g", List.of(1L, "x"))));
        assertThat(map.map("e").map("f").get("g").orElseThrow().texts()).containsExactly("1", "x");
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void knowsWhereKeysStand() {
        var map = new TomlReader("toml", findings)
                .read("# c\ntitle = \"X\"\n  date = 2020-01-01\n\n[extra]\n\"a b\".c = 1\n[[list]]\nx = 1\n", 2)
                .orElseThrow();

        assertThat(map.positionOf("title")).extracting("line", "column").containsExactly(3, 1);
        assertThat(map.positionOf("date")).extracting("line", "column").containsExactly(4, 3);
        assertThat(map.map("extra").positionOf("a b").line()).isEqualTo(7);
        assertThat(map.positionOf("list").line()).isEqualTo(8);
    }

    @Test
    void namesThePlaceOfWhatIsBroken() {
        assertThat(findings("a = 1\nb = \"open\n"))
                .extracting(Finding::rule, Finding::line)
                .containsExactly(tuple("toml.syntax", 3));
    }

    @Test
    void refusesKeysThatStandTwice() {
        assertThat(findings("a = 1\na = 2\n"))
                .extracting(Finding::rule, Finding::line)
                .containsExactly(tuple("toml.syntax", 3));
    }

    @Test
    void refusesWhatIsTooDeepOrTooLarge() {
        assertThat(findings("a = " + "[".repeat(3000) + "]".repeat(3000)))
                .extracting(Finding::rule)
                .contains("toml.too-deep");
        assertThat(findings("a" + ".a".repeat(20_000) + " = 1"))
                .extracting(Finding::rule)
                .contains("toml.too-deep");
        assertThat(findings("a = '" + "x".repeat(70_000) + "'"))
                .extracting(Finding::rule)
                .contains("toml.too-large");
    }
}
