package org.commitcast.contentreading.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Findings;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    private final Findings findings = new Findings("x.md");

    private YamlMap read(String yaml) {
        return new YamlReader("yaml", findings).read(yaml, 2).orElseThrow();
    }

    private List<String> rules(String yaml) {
        new YamlReader("yaml", findings).read(yaml, 2);
        return findings.list().stream().map(Finding::rule).toList();
    }

    @Test
    void keepsTheTextOfScalars() {
        var map = read("a: 1.10\nb: 2020-01-01 9:00\nc: 012\nd: 46:00\ne: yes\nf: ~\n");

        assertThat(map.text("a")).contains("1.10");
        assertThat(map.text("b")).contains("2020-01-01 9:00");
        assertThat(map.text("d")).contains("46:00");
        assertThat(map.text("f")).isEmpty();
        assertThat(map.toJson())
                .containsEntry("a", "1.10")
                .containsEntry("c", "012")
                .containsEntry("e", true)
                .containsEntry("f", null);
    }

    @Test
    void acceptsTabsAfterKeysAsRubyDoes() {
        assertThat(read("title:\tX\nlist:\t\n  - a\t\n").toJson())
                .containsEntry("title", "X")
                .containsEntry("list", List.of("a"));
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void takesTheLastOfTwoKeysAndSaysSo() {
        assertThat(read("a: 1\nb: 2\na: 3\n").text("a")).contains("3");
        assertThat(findings.list())
                .extracting(Finding::rule, Finding::line)
                .containsExactly(tuple("yaml.duplicate-key", 4));
    }

    @Test
    void refusesBombs() {
        assertThat(rules("a: &a [x]\nb: [" + "*a, ".repeat(11) + "*a]\n")).containsExactly("yaml.aliases");
        assertThat(rules("a: " + "[".repeat(30) + "]".repeat(30))).contains("yaml.too-deep");
        assertThat(rules("a: &a [*a]\n")).contains("yaml.syntax");
        assertThat(rules("a: " + "x".repeat(70_000))).contains("yaml.too-large");
    }

    @Test
    void mergesMaps() {
        assertThat(read("base: &b {x: 1, y: 2}\nmore:\n  <<: *b\n  y: 3\n")
                        .map("more")
                        .toJson())
                .isEqualTo(Map.of("x", 1L, "y", 3L));
    }
}
