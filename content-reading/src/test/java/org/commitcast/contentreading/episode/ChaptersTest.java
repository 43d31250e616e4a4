package org.commitcast.contentreading.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.commitcast.contentevents.Chapter;
import org.commitcast.contentreading.SampleSite;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class ChaptersTest {

    private static final String HEAD =
            "---\ndate: 2020-01-01\ntitle: X\nfile: https://a.example/x.mp3\nlength: 1\n---\n";

    @Test
    void readsLinesOfListsAndHeadingsWithTheirLinks() {
        var document = SampleSite.site()
                .with(
                        "_episodes/x.md",
                        HEAD
                                + """
                                - [@0:00] - Hello
                                - [@1:02:03] **The** [thing](https://b.example/) and [more](https://c.example/)
                                - [@05:00](https://a.example/?t=300) Linked
                                - [@HH:MM:SS] - Topic
                                - [@12ada](https://social.example/12ada) says hello
                                - [@00:75:00] not a time
                                - @07:00 not a chapter

                                ### [@10:20] A heading
                                """)
                .document("_episodes/x.md");

        assertThat(document.media().chapters())
                .containsExactly(
                        new Chapter(0, "Hello", null),
                        new Chapter(300, "Linked", "https://a.example/?t=300"),
                        new Chapter(620, "A heading", null),
                        new Chapter(3723, "The thing and more", "https://b.example/"));
    }

    @Test
    void tellsWhichTimesAreMistyped() {
        var findings = new Findings("x.md");
        TimecodeLines.check(
                """
                - [@00:00:10] - a
                - [@01:75] - b
                - [@10:3] - c
                * [@HH:MM:SS] - d
                ## [@65:00] e
                - [@12:00 f
                  - [@12:30] - g
                - [@12ada](https://social.example/12ada)
                ```
                - [@1:2]
                ```
                """,
                20,
                findings);

        assertThat(findings.list())
                .extracting(Finding::rule, Finding::line, Finding::column)
                .containsExactly(
                        tuple("chapters.malformed", 21, 3),
                        tuple("chapters.malformed", 22, 3),
                        tuple("chapters.placeholder", 23, 3),
                        tuple("chapters.minutes", 24, 4),
                        tuple("chapters.mixed", 24, 4),
                        tuple("chapters.malformed", 25, 3),
                        tuple("chapters.order", 26, 5));
    }

    @Test
    void acceptsHoursFromTheFirstHourOn() {
        var findings = new Findings("x.md");
        TimecodeLines.check("- [@0:00] a\n- [@59:59] b\n- [@1:00:00] c\n", 1, findings);

        assertThat(findings.list()).isEmpty();
    }

    @Test
    void takesChaptersThatTheFrontMatterStates() {
        var findings = new Findings("x.md");
        var values = new YamlReader("front-matter", findings)
                .read(
                        """
                        chapters:
                          - {start: "00:01:30", title: Second, url: "https://a.example/"}
                          - {start: 0, title: First}
                          - {title: No start}
                          - "02:00 - Third"
                        """,
                        2)
                .orElseThrow();

        assertThat(StatedChapters.read(values, findings))
                .containsExactly(
                        new Chapter(0, "First", null),
                        new Chapter(90, "Second", "https://a.example/"),
                        new Chapter(120, "Third", null));
        assertThat(findings.list())
                .extracting(Finding::rule, Finding::line)
                .containsExactly(tuple("chapters.malformed", 5));
    }
}
