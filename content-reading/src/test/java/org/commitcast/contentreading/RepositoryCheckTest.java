package org.commitcast.contentreading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.site.Setting;
import org.commitcast.contentreading.site.Typography;
import org.junit.jupiter.api.Test;

class RepositoryCheckTest {

    private static final String CONFIG =
            """
            title: Tidal hours
            url: https://tides.example
            collections:
              episodes:
                output: true
                permalink: /episode/:title/
            """;

    private static String episode(String audio, String more) {
        return """
                ---
                title: A tide
                date: 2026-02-03T04:05:06Z
                file: https://audio.example/%s.mp3
                length: 1200
                duration: "10:00"
                %s
                ---
                Water.
                """
                .formatted(audio, more);
    }

    private static SampleSite site() {
        return SampleSite.jekyll(CONFIG).with("_episodes/2026-01-01-ebb.md", episode("ebb", "number: 1"));
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        var result = site().with("transcripts/ebb.txt", "0:00 Water goes.\n").check();

        assertThat(result.findings()).isEmpty();
        assertThat(result.documents()).isEqualTo(1);
        assertThat(result.transcripts()).isEqualTo(1);
    }

    @Test
    void warnsOfAudioThatAnotherEpisodeHas() {
        var result = site().with("_episodes/2026-01-08-flood.md", episode("ebb", "number: 2"))
                .check();

        assertThat(result.findings())
                .extracting(Finding::rule, Finding::path, Finding::line, Finding::isError)
                .containsExactly(tuple("enclosure.duplicate", "_episodes/2026-01-08-flood.md", 4, false));
        assertThat(result.findings().get(0).message()).contains("_episodes/2026-01-01-ebb.md");
    }

    @Test
    void holdsTheLaterOfTwoDocumentsWithOneSlug() {
        var result = site().with("_episodes/2026-01-08-flood.md", episode("flood", "slug: ebb"))
                .check();

        assertThat(result.findings())
                .extracting(Finding::rule, Finding::path, Finding::line, Finding::isError)
                .containsExactly(tuple("identity.guid-taken", "_episodes/2026-01-08-flood.md", 7, true));
    }

    @Test
    void holdsTheLaterOfTwoDocumentsWithOnePage() {
        var result = site().with("_episodes/2026-01-08-flood.md", episode("flood", "slug: ebb\nguid: its-own"))
                .check();

        assertThat(result.findings()).extracting(Finding::rule).containsExactly("identity.url-taken");
    }

    @Test
    void holdsTheLaterOfTwoDocumentsWithOneGuid() {
        var result = SampleSite.jekyll(CONFIG)
                .with("_episodes/2026-01-01-ebb.md", episode("ebb", "guid: tide"))
                .with("_episodes/2026-01-08-flood.md", episode("flood", "guid: tide"))
                .check();

        assertThat(result.findings())
                .extracting(Finding::rule, Finding::line, Finding::column)
                .containsExactly(tuple("identity.guid-taken", 7, 1));
    }

    @Test
    void warnsOfLengthAndDurationThatAreNone() {
        var result = site().with(
                        "_episodes/2026-01-08-flood.md",
                        episode("flood", "")
                                .replace("length: 1200", "length: 12 MB")
                                .replace("\"10:00\"", "ten minutes"))
                .check();

        assertThat(result.findings())
                .extracting(Finding::rule, Finding::line, Finding::isError)
                .containsExactlyInAnyOrder(
                        tuple("enclosure.length-invalid", 5, false), tuple("duration.invalid", 6, false));
    }

    @Test
    void warnsOfTranscriptWithoutEpisode() {
        var result = site().with("transcripts/storm.txt", "0:00 Where is this from?\n")
                .check();

        assertThat(result.findings())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(tuple("transcript.no-episode", "transcripts/storm.txt"));
    }

    @Test
    void warnsOfDocumentThatLacksItsMarkdownEnding() {
        var result = site().with("_episodes/2026-01-08-flood", episode("flood", ""))
                .with("_episodes/2026-01-15-v1.0", episode("version", ""))
                .with("_episodes/NOTICE", "Not a document.\n")
                .check();

        assertThat(result.findings())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(
                        tuple("path.not-markdown", "_episodes/2026-01-08-flood"),
                        tuple("path.not-markdown", "_episodes/2026-01-15-v1.0"));
    }

    @Test
    void saysThatNobodyNamedTheSitesAddress() {
        var result = SampleSite.jekyll("title: Nowhere\n")
                .with("_episodes/2026-01-01-ebb.md", episode("ebb", ""))
                .check();

        assertThat(result.findings()).extracting(Finding::rule).containsExactly("site.url-missing");
    }

    @Test
    void warnsOfMissingLengthAndDuration() {
        var bare = episode("ebb", "").replace("length: 1200\nduration: \"10:00\"\n", "");
        var result = SampleSite.jekyll(CONFIG)
                .with("_episodes/2026-01-01-ebb.md", bare)
                .check();

        assertThat(result.findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("enclosure.length-missing", "duration.missing");
    }

    @Test
    void warnsOfTypographicCharactersOnlyWhereTheSiteWantsPlainOnes() {
        var curly = episode("ebb", "subtitle: “Low” water").replace("Water.", "Low – and — lower.\nIt’s gone.");
        var site = SampleSite.jekyll(CONFIG).with("_episodes/2026-01-01-ebb.md", curly);

        assertThat(site.check().findings()).isEmpty();
        assertThat(site.with(Setting.TYPOGRAPHY, Typography.PLAIN).check().findings())
                .extracting(Finding::rule, Finding::line, Finding::column)
                .containsExactly(
                        tuple("typography.quote", 7, 11),
                        tuple("typography.dash", 9, 5),
                        tuple("typography.quote", 10, 3));
    }
}
