package org.commitcast.contentreading.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

class FrontMatterEditTest {

    private static final String URL = "https://www.reddit.com/r/trains/comments/abc/x/";

    private static String edited(String document) {
        return FrontMatterEdit.setLink(document.getBytes(StandardCharsets.UTF_8), "reddit", URL)
                .changed()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("not changed");
    }

    private static String numbered(String document, String key, String value) {
        return FrontMatterEdit.setNumber(document.getBytes(StandardCharsets.UTF_8), key, value)
                .changed()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("not changed");
    }

    @Test
    void correctsANumberInItsQuotes() {
        assertThat(numbered("---\nlength: \"1_000\" #bytes\na: b\n---\n", "length", "2345"))
                .isEqualTo("---\nlength: \"2345\" #bytes\na: b\n---\n");
        assertThat(numbered("---\r\nduration: 10:00\r\n---\r\n", "duration", "10:05"))
                .isEqualTo("---\r\nduration: 10:05\r\n---\r\n");
        assertThat(numbered("---\nlength: 2345\n---\n", "length", "2345")).isEqualTo("not changed");
    }

    @Test
    void quotesANewClockTimeThatWouldElseBeANumber() {
        assertThat(numbered("---\na: b\n---\n", "duration", "31:05"))
                .isEqualTo("---\na: b\nduration: \"31:05\"\n---\n");
        assertThat(numbered("---\na: b\n---\n", "length", "31")).isEqualTo("---\na: b\nlength: 31\n---\n");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThat(FrontMatterEdit.setNumber(new byte[0], "length", "1\ntitle: x")
                        .refusal())
                .isPresent();
    }

    @Test
    void uncommentsAPlaceholder() {
        assertThat(edited("---\ntitle: X\n#reddit: (leave blank on initial publish: amend)\nlength: 1\n---\nBody\n"))
                .isEqualTo("---\ntitle: X\nreddit: " + URL + "\nlength: 1\n---\nBody\n");
    }

    @Test
    void uncommentsWhateverItsSpacingAndText() {
        assertThat(edited("---\na: b\n  #  reddit :\n---\n")).isEqualTo("---\na: b\nreddit: " + URL + "\n---\n");
        assertThat(edited("---\na: b\n# reddit: https://old.example\n---\n"))
                .isEqualTo("---\na: b\nreddit: " + URL + "\n---\n");
    }

    @Test
    void takesNoLineOfALongerTextForAPlaceholder() {
        var notes =
                """
                ---
                notes: |
                  Templates have a line like
                  # reddit: (later)
                  at the end.
                %s---
                """;

        assertThat(edited(notes.formatted("# reddit: (later)\n"))).isEqualTo(notes.formatted("reddit: " + URL + "\n"));
        assertThat(edited(notes.formatted(""))).isEqualTo(notes.formatted("reddit: " + URL + "\n"));
    }

    @Test
    void keepsQuotesAndCommentOfAnExistingValue() {
        assertThat(edited("---\nreddit:  \"https://old.example/x#y\"   # the thread\na: b\n---\n"))
                .isEqualTo("---\nreddit:  \"" + URL + "\"   # the thread\na: b\n---\n");
        assertThat(edited("---\nreddit: 'x'\n---\n")).isEqualTo("---\nreddit: '" + URL + "'\n---\n");
        assertThat(edited("---\nreddit: https://old.example/a#b # c\n---\n"))
                .isEqualTo("---\nreddit: " + URL + " # c\n---\n");
    }

    @Test
    void fillsAnEmptyValue() {
        assertThat(edited("---\nreddit:\na: b\n---\n")).isEqualTo("---\nreddit: " + URL + "\na: b\n---\n");
        assertThat(edited("---\nreddit:   # later\na: b\n---\n"))
                .isEqualTo("---\nreddit:  " + URL + " # later\na: b\n---\n");
    }

    @Test
    void addsAMissingKeyAtTheEndAndKeepsEveryOtherByte() {
        assertThat(edited("\uFEFF---\r\ntitle: Ümlaut  \r\n---\r\nreddit: in the body\r\n\t \r\n"))
                .isEqualTo(
                        "\uFEFF---\r\ntitle: Ümlaut  \r\nreddit: " + URL + "\r\n---\r\nreddit: in the body\r\n\t \r\n");
    }

    @Test
    void leavesAloneWhatIsThereAlready() {
        var edit = FrontMatterEdit.setLink(
                ("---\nreddit: \"" + URL + "\"\n---\n").getBytes(StandardCharsets.UTF_8), "reddit", URL);

        assertThat(edit).isInstanceOf(FrontMatterEdit.Unchanged.class);
        assertThat(edit.changed()).isEmpty();
        assertThat(edit.refusal()).isEmpty();
    }

    @Test
    void refusesWhatItCannotReadAndWhatIsNoAddress() {
        var broken = "---\na: b: c\n---\n".getBytes(StandardCharsets.UTF_8);
        var folded = "---\nreddit: >\n  https://old.example\n---\n".getBytes(StandardCharsets.UTF_8);
        var good = "---\na: b\n---\n".getBytes(StandardCharsets.UTF_8);

        assertThat(FrontMatterEdit.setLink(broken, "reddit", URL).refusal()).isPresent();
        assertThat(FrontMatterEdit.setLink(folded, "reddit", URL).refusal()).isPresent();
        assertThat(FrontMatterEdit.setLink("no front matter".getBytes(StandardCharsets.UTF_8), "reddit", URL)
                        .refusal())
                .isPresent();
        assertThat(FrontMatterEdit.setLink(good, "reddit", "https://x.example/\nevil: true")
                        .refusal())
                .isPresent();
        assertThat(FrontMatterEdit.setLink(good, "re ddit", URL).refusal()).isPresent();
    }

    @Test
    void writesTomlBeforeItsTables() {
        assertThat(edited("+++\ntitle = \"Ü\"\n[extra]\nreddit = \"x\"\n+++\nBody\n"))
                .isEqualTo("+++\ntitle = \"Ü\"\nreddit = \"" + URL + "\"\n[extra]\nreddit = \"x\"\n+++\nBody\n");
        assertThat(edited("+++\r\n# reddit = ''\r\na = [\r\n  1,\r\n]\r\n+++\r\n"))
                .isEqualTo("+++\r\nreddit = '" + URL + "'\r\na = [\r\n  1,\r\n]\r\n+++\r\n");
        assertThat(edited("+++\nreddit = 'old' # thread\n+++\n"))
                .isEqualTo("+++\nreddit = '" + URL + "' # thread\n+++\n");
        assertThat(edited("+++\ntags = []\n+++\n")).isEqualTo("+++\ntags = []\nreddit = \"" + URL + "\"\n+++\n");
    }

    @Test
    void writesJsonIntoItsOwnObject() {
        assertThat(edited("{\n  \"title\": \"Ü\",\n  \"n\": {\"reddit\": \"x\"}\n}\nBody {\"reddit\": 1}\n"))
                .isEqualTo("{\n  \"title\": \"Ü\",\n  \"reddit\": \"" + URL
                        + "\",\n  \"n\": {\"reddit\": \"x\"}\n}\nBody {\"reddit\": 1}\n");
        assertThat(edited("{\"n\": {\"reddit\": \"x\"}, \"reddit\": null}\n"))
                .isEqualTo("{\"n\": {\"reddit\": \"x\"}, \"reddit\": \"" + URL + "\"}\n");
        assertThat(edited("{\"a\": 1}")).isEqualTo("{\"a\": 1, \"reddit\": \"" + URL + "\"}");
    }

    @Test
    void changesNoOtherLineOfJson() {
        var siblings = List.of("reddit", "hackernews");
        assertThat(edited("{\r\n\t\"title\": \"Ü\",\r\n\t\"file\": {\r\n\t\t\"a\": 1\r\n\t}\r\n}\r\n"))
                .isEqualTo("{\r\n\t\"title\": \"Ü\",\r\n\t\"reddit\": \"" + URL
                        + "\",\r\n\t\"file\": {\r\n\t\t\"a\": 1\r\n\t}\r\n}\r\n");
        assertThat(beside("{\n  \"a\": 1,\n  \"hackernews\": \"x\"\n}\n", siblings))
                .isEqualTo("{\n  \"a\": 1,\n  \"reddit\": \"" + URL + "\",\n  \"hackernews\": \"x\"\n}\n");
        assertThat(beside("{\n  \"hackernews\": \"x\",\n  \"a\": 1\n}\n", siblings))
                .isEqualTo("{\n  \"hackernews\": \"x\",\n  \"reddit\": \"" + URL + "\",\n  \"a\": 1\n}\n");
    }

    private static String beside(String document, List<String> siblings) {
        return FrontMatterEdit.setLink(document.getBytes(StandardCharsets.UTF_8), "reddit", URL, siblings)
                .changed()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("not changed");
    }

    @Test
    void writesNumbersInEachForm() {
        assertThat(numbered("{\"length\": \"1\"}", "length", "12")).isEqualTo("{\"length\": \"12\"}");
        assertThat(numbered("{\"length\": 1}", "length", "12")).isEqualTo("{\"length\": 12}");
        assertThat(numbered("+++\na = 1\n+++\n", "length", "12")).isEqualTo("+++\na = 1\nlength = 12\n+++\n");
        assertThat(numbered("+++\na = 1\n+++\n", "duration", "1:02"))
                .isEqualTo("+++\na = 1\nduration = \"1:02\"\n+++\n");
    }

    @Property(tries = 300)
    void changesExactlyOneLine(@ForAll("documents") List<String> lines, @ForAll boolean windows) {
        var document = String.join(windows ? "\r\n" : "\n", lines);

        var edit = FrontMatterEdit.setLink(document.getBytes(StandardCharsets.UTF_8), "reddit", URL);

        assertThat(edit.changed()).isPresent();
        var before = Arrays.asList(document.split("\n", -1));
        var after = Arrays.asList(new String(edit.changed().get(), StandardCharsets.UTF_8).split("\n", -1));
        var same = new ArrayList<>(after);
        before.forEach(same::remove);
        assertThat(same).singleElement().asString().contains(URL);
        assertThat(after.size() - before.size()).isBetween(0, 1);
    }

    @Provide
    Arbitrary<List<String>> documents() {
        var key = Arbitraries.of(
                "title: \"a: b\"", "date: 2020-01-01", "# a comment", "", "list: [a, b]", "trail: x   ", "ü: é # c");
        var reddit = Arbitraries.of("#reddit: (x)", "reddit: 'y' # z", "other: 1", "# reddit:", "reddit:");
        var body = Arbitraries.strings().withChars("ab:#\t -reddit").ofMaxLength(30);
        return Combinators.combine(
                        key.list().uniqueElements().ofMaxSize(3),
                        reddit,
                        body.list().ofMaxSize(4))
                .as((head, link, text) -> {
                    var lines = new ArrayList<String>();
                    lines.add("---");
                    lines.addAll(head);
                    lines.add(link);
                    lines.add("---");
                    lines.addAll(text);
                    return lines;
                });
    }
}
