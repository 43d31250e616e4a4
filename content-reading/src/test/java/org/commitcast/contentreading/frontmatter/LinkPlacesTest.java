package org.commitcast.contentreading.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.limit.ReadingLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a discussion's link is put, whatever the spelling of the document. */
class LinkPlacesTest {
    private static final String URL = "https://www.reddit.com/r/trains/comments/abc/x/";
    private static final List<String> KEYS = List.of("reddit", "hackernews", "lobsters", "lemmy");

    private static String edited(String document) {
        return FrontMatterEdit.setLink(document.getBytes(StandardCharsets.UTF_8), "reddit", URL, KEYS)
                .changed()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("not changed");
    }

    @Test
    void addsAMissingKeyAfterTheLastOfItsSiblings() {
        assertThat(edited("---\nlobsters: x\nhackernews: 'y' # z\ntitle: T\n---\n"))
                .isEqualTo("---\nlobsters: x\nhackernews: 'y' # z\nreddit: " + URL + "\ntitle: T\n---\n");
        assertThat(edited("---\n#hackernews: (later)\ntitle: T\n---\n"))
                .isEqualTo("---\n#hackernews: (later)\nreddit: " + URL + "\ntitle: T\n---\n");
        assertThat(edited("+++\nlemmy = \"x\"\r\ntitle = 'T'\n[a]\nlemmy = 'y'\n+++\n"))
                .isEqualTo("+++\nlemmy = \"x\"\r\nreddit = \"" + URL + "\"\r\ntitle = 'T'\n[a]\nlemmy = 'y'\n+++\n");
        assertThat(edited("{\n\t\"hackernews\" : \"x\",\n\t\"z\": 1\n}\n"))
                .isEqualTo("{\n\t\"hackernews\" : \"x\",\n\t\"reddit\" : \"" + URL + "\",\n\t\"z\": 1\n}\n");
    }

    @Test
    void addsBehindASiblingsWholeValue() {
        assertThat(edited("---\nhackernews:\n  - x\n  - y\ntitle: T\n---\n"))
                .isEqualTo("---\nhackernews:\n  - x\n  - y\ntitle: T\nreddit: " + URL + "\n---\n");
        assertThat(edited("---\nnotes: |\n  a\n  hackernews: b\n---\n"))
                .isEqualTo("---\nnotes: |\n  a\n  hackernews: b\nreddit: " + URL + "\n---\n");
    }

    @Test
    void leavesBlankLinesAtTheEndWhereTheyAre() {
        assertThat(edited("---\na: b\n\n\n---\n")).isEqualTo("---\na: b\nreddit: " + URL + "\n\n\n---\n");
        assertThat(edited("+++\na = 1\n\n[extra]\nb = 2\n+++\n"))
                .isEqualTo("+++\na = 1\nreddit = \"" + URL + "\"\n\n[extra]\nb = 2\n+++\n");
        assertThat(edited("---\r\na: b\r\n\r\n---\r\n")).isEqualTo("---\r\na: b\r\nreddit: " + URL + "\r\n\r\n---\r\n");
    }

    @Test
    void keepsTheQuotesAndTheCommentOfAPlaceholder() {
        assertThat(edited("---\n# reddit: ''  # the thread\na: b\n---\n"))
                .isEqualTo("---\nreddit: '" + URL + "'  # the thread\na: b\n---\n");
        assertThat(edited("---\n#reddit: \"(later)\"\n---\n")).isEqualTo("---\nreddit: \"" + URL + "\"\n---\n");
        assertThat(edited("+++\n#reddit = '' # x\n+++\n")).isEqualTo("+++\nreddit = '" + URL + "' # x\n+++\n");
        assertThat(edited("---\n#reddit:  # fill in\n---\n")).isEqualTo("---\nreddit: " + URL + "  # fill in\n---\n");
    }

    @Test
    void keepsACommentWithALetterWhoseSecondByteLooksLikeALineEnd() {
        assertThat(edited("---\n# reddit: ''  # w\u0105tek\na: b\n---\n"))
                .isEqualTo("---\nreddit: '" + URL + "'  # w\u0105tek\na: b\n---\n");
        assertThat(edited("---\nreddit: '' # w\u0105tek\n---\n"))
                .isEqualTo("---\nreddit: '" + URL + "' # w\u0105tek\n---\n");
        assertThat(edited("---\ntitle: \u0445--- \u0445\nlobsters: \u00C5\n---\n"))
                .isEqualTo("---\ntitle: \u0445--- \u0445\nlobsters: \u00C5\nreddit: " + URL + "\n---\n");
    }

    @Test
    void copiesTheDocumentForThePlacesThatItTriesOnly() {
        var document = "---\n" + "# reddit: x\n".repeat(200) + "---\n" + "x".repeat(2_000_000) + "\n";
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

        var before = thread.getCurrentThreadAllocatedBytes();
        assertThat(edited(document)).startsWith("---\nreddit: " + URL + "\n# reddit: x\n");

        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(150_000_000);
    }

    @Test
    void refusesWhereTooManyPlacesLookLikeTheKeyAndAreNot() {
        assertThat(edited("---\nnotes: |\n" + "  # reddit: x\n".repeat(19) + "---\n"))
                .endsWith("  # reddit: x\nreddit: " + URL + "\n---\n");
        assertThat(edited("---\nnotes: |\n" + "  # reddit: x\n".repeat(20) + "---\n"))
                .isEqualTo("not changed");
    }

    @Test
    void writesAboveThousandsOfBlankLines() {
        var blank = "\n".repeat(20_000);

        assertThat(edited("---\na: b\n" + blank + "---\n"))
                .isEqualTo("---\na: b\nreddit: " + URL + "\n" + blank + "---\n");
    }

    @Test
    void replacesTheValueOfAKeyInQuotes() {
        assertThat(edited("---\n\"reddit\": 'it''s' # x\n---\n"))
                .isEqualTo("---\n\"reddit\": '" + URL + "' # x\n---\n");
        assertThat(edited("---\n'reddit': \"a\\\"b\"\n---\n")).isEqualTo("---\n'reddit': \"" + URL + "\"\n---\n");
        assertThat(edited("+++\n\"reddit\"=\"a\"\n+++\n")).isEqualTo("+++\n\"reddit\"=\"" + URL + "\"\n+++\n");
    }

    @Test
    void writesIntoAMapThatIsIndented() {
        assertThat(edited("---\n  title: T\n  #reddit: later\n---\n"))
                .isEqualTo("---\n  title: T\n  reddit: " + URL + "\n---\n");
        assertThat(edited("---\n  title: T\n  reddit: old\n---\n"))
                .isEqualTo("---\n  title: T\n  reddit: " + URL + "\n---\n");
        assertThat(edited("---\n  title: T\n  more:\n    reddit: old\n---\n"))
                .isEqualTo("---\n  title: T\n  more:\n    reddit: old\n  reddit: " + URL + "\n---\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\n{title: T}\n---\n",
                "---\nreddit:\n  - a\n---\n",
                "---\n? reddit\n: a\n---\n",
                "---\nreddit: \"a\n  b\"\n---\n",
                "+++\nreddit = \"\"\"\na\"\"\"\n+++\n",
                "{\"reddit\": [\"a\"]}\n"
            })
    void refusesWhatItCannotEditOnOneLine(String document) {
        var edit = FrontMatterEdit.setLink(document.getBytes(StandardCharsets.UTF_8), "reddit", URL, KEYS);

        assertThat(edit.changed()).isEmpty();
        assertThat(edit.refusal()).isPresent();
    }

    @Property(tries = 500)
    void changesOneLineAndNothingElseInAnySpelling(@ForAll("documents") String document) {
        var edit = FrontMatterEdit.setLink(document.getBytes(StandardCharsets.UTF_8), "reddit", URL, KEYS);

        assertThat(edit.changed()).as(document).isPresent();
        var after = new String(edit.changed().get(), StandardCharsets.UTF_8);
        assertThat(link(after)).isEqualTo(URL);
        var before = new ArrayList<>(Arrays.asList(document.split("(?<=\n)", -1)));
        var lines = new ArrayList<>(Arrays.asList(after.split("(?<=\n)", -1)));
        while (!before.isEmpty() && !lines.isEmpty() && before.get(0).equals(lines.get(0))) {
            before.remove(0);
            lines.remove(0);
        }
        while (!before.isEmpty()
                && !lines.isEmpty()
                && before.get(before.size() - 1).equals(lines.get(lines.size() - 1))) {
            before.remove(before.size() - 1);
            lines.remove(lines.size() - 1);
        }
        assertThat(lines)
                .as(document + " became " + after)
                .singleElement()
                .asString()
                .contains(URL);
        assertThat(before).hasSizeLessThanOrEqualTo(1);
        if (!before.isEmpty()) {
            assertThat(before.get(0)).containsAnyOf("reddit", "{");
            assertThat(lines.get(0).endsWith("\r\n")).isEqualTo(before.get(0).endsWith("\r\n"));
        }
    }

    @Property(tries = 100)
    void settingItAgainChangesNothing(@ForAll("documents") String document) {
        var once = FrontMatterEdit.setLink(document.getBytes(StandardCharsets.UTF_8), "reddit", URL, KEYS)
                .changed()
                .orElseThrow();

        assertThat(FrontMatterEdit.setLink(once, "reddit", URL, KEYS)).isInstanceOf(FrontMatterEdit.Unchanged.class);
    }

    private static String link(String document) {
        var findings = new Findings("");
        return SourceText.decode(document.getBytes(StandardCharsets.UTF_8), findings)
                .flatMap(text -> FrontMatterReader.read(text, ReadingLimits.LARGEST, findings))
                .flatMap(parsed -> parsed.frontMatter().values().text("reddit"))
                .orElse("none");
    }

    @Provide
    Arbitrary<String> documents() {
        return Arbitraries.oneOf(yaml(), toml(), json());
    }

    private static Arbitrary<String> yaml() {
        var others = Arbitraries.of(
                "title: \"a: b\"",
                "date: 2020-01-01 10:00:00",
                "# a comment",
                "",
                "list: [a, b]",
                "trail: x   ",
                "ü: é # c",
                "hackernews: 'https://x.example/?a=b#c'",
                "lobsters:",
                "#lemmy: (later)",
                "notes: |\n  # reddit: in a text\n  reddit: as well\n\n  end",
                "folded: >-\n  one\n  two",
                "map:\n  reddit: inside\n  other: 1",
                "seq:\n- reddit\n- x");
        var ours = Arbitraries.of(
                "#reddit: (leave blank, then amend)",
                "#reddit:",
                "  ##  reddit : \"\"",
                "# reddit: '' # the thread",
                "reddit: 'y' # z",
                "reddit: \"\"",
                "reddit:   https://old.example/a#b # c",
                "reddit: ~",
                "reddit:",
                "\"reddit\": old",
                "other: 1");
        return whole(others, ours, "---", "---");
    }

    private static Arbitrary<String> toml() {
        var others = Arbitraries.of(
                "title = \"a: b\"",
                "date = 2020-01-01T10:00:00Z",
                "# a comment",
                "",
                "list = [\n  \"a\",\n  \"b\",\n]",
                "hackernews = 'https://x.example/?a=b#c'",
                "lobsters=\"\"",
                "# lemmy = \"\"",
                "notes = \"\"\"\n# reddit = 'in a text'\nend\"\"\"");
        var ours = Arbitraries.of(
                "#reddit = \"\"",
                "  # reddit = ''   # the thread",
                "reddit = 'y' # z",
                "reddit=\"\"",
                "  reddit = \"https://old.example/a#b\"",
                "other = 1\n\n[extra]\nreddit = \"inside\"",
                "other = 1");
        return whole(others, ours, "+++", "+++");
    }

    private static Arbitrary<String> whole(
            Arbitrary<String> others, Arbitrary<String> ours, String opening, String closing) {
        var lines = Combinators.combine(others.list().uniqueElements().ofMaxSize(4), ours, body())
                .as((head, own, body) -> {
                    var all = new ArrayList<String>();
                    all.add(opening);
                    all.addAll(head);
                    all.add(own);
                    all.add(closing);
                    return String.join("\n", all) + body;
                });
        return Combinators.combine(lines, Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as((text, windows, mark) -> (mark ? "\uFEFF" : "") + (windows ? text.replace("\n", "\r\n") : text));
    }

    private static Arbitrary<String> json() {
        var members = Arbitraries.of(
                "\"title\": \"a\\\"b\"",
                "\"n\": {\"reddit\": \"inside\", \"hackernews\": \"x\"}",
                "\"list\": [1, \"reddit\"]",
                "\"ü\": null");
        var ours = Arbitraries.of("\"reddit\": null", "\"reddit\" :\"y\"", "\"hackernews\": \"x\"");
        return Combinators.combine(
                        members.list().uniqueElements().ofMaxSize(3),
                        ours,
                        body(),
                        Arbitraries.of("", " ", "\n  ", "\r\n\t"))
                .as((head, own, body, gap) -> {
                    var all = new ArrayList<>(head);
                    all.add(0, own);
                    var end = gap.contains("\r") ? "\r\n" : gap.contains("\n") ? "\n" : gap;
                    // A sibling that is the last member gets a comma of its own: two lines, so something follows it.
                    all.add("\"last\": 1");
                    return "{" + gap + String.join("," + gap, all) + end + "}" + body;
                });
    }

    private static Arbitrary<String> body() {
        return Arbitraries.of(
                "", "\n", "\nBody\n", "\n\n#reddit: in the body\n---\nreddit: x\n", "\nno end", "\n\t \n");
    }
}
