package org.commitcast.contentreading.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commitcast.contentreading.SampleSite.site;

import java.net.URI;
import java.util.List;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentreading.SampleSite;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.site.PathPatterns;
import org.commitcast.contentreading.site.Setting;
import org.junit.jupiter.api.Test;

class PlainMarkdownTest {

    private static SampleSite notes() {
        return site().with(Setting.URL, URI.create("https://notes.example"));
    }

    @Test
    void takesTitleAndDateFromHeadingAndName() {
        var post = notes().with("notes/2024-01-05-hello.md", "# Hello, [world](x.md) *again* #\n\nFirst.\n\nSecond.\n")
                .document("notes/2024-01-05-hello.md");

        assertThat(post.kind()).isEqualTo(Kind.POST);
        assertThat(post.about().title()).isEqualTo("Hello, world again");
        assertThat(post.about().summary()).isEqualTo("<p>First.</p>");
        assertThat(post.release().date()).isEqualTo("2024-01-05T00:00:00Z");
        assertThat(post.address().url()).isEqualTo("https://notes.example/notes/2024-01-05-hello.html");
    }

    @Test
    void takesUnderlinedHeadingsAndWholeNamesAsDates() {
        var post = notes().with("diary/2024-01-05.md", "A quiet day\n===========\n\nText\n")
                .document("diary/2024-01-05.md");

        assertThat(post.about().title()).isEqualTo("A quiet day");
        assertThat(post.release().date()).isEqualTo("2024-01-05T00:00:00Z");
    }

    @Test
    void leavesAloneWhatIsNotDated() {
        var reading = notes().with("README.md", "# Read me\n").read("README.md");

        assertThat(reading.document()).isEmpty();
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void readsShowNotesWithEpochMillisecondsAndSpacesInNames() {
        var text =
                """
                ---
                number: 7
                title: Bread & butter
                date: 1499166000000
                url: https://audio.example/Bread007.mp3
                ---
                Notes
                """;
        var site = notes().with(Setting.LINK_PATTERN, "https://bread.example/show/:number/:title")
                .with(Setting.GUID_PATTERN, "bread-:number")
                .with("shows/007 - bread & bütter.md", text);
        var episode = site.document("shows/007 - bread & bütter.md");

        assertThat(episode.kind()).isEqualTo(Kind.EPISODE);
        assertThat(episode.release().date()).isEqualTo("2017-07-04T11:00:00Z");
        assertThat(episode.media().enclosure())
                .extracting(Enclosure::url)
                .isEqualTo("https://audio.example/Bread007.mp3");
        assertThat(episode.address().url()).isEqualTo("https://bread.example/show/7/bread-butter");
        assertThat(episode.address().guid()).isEqualTo("bread-7");
        assertThat(site.read("shows/007 - bread & bütter.md").findings())
                .extracting(Finding::rule)
                .containsExactly("enclosure.length-missing", "duration.missing");
    }

    @Test
    void encodesNamesInAddresses() {
        var post = notes().with("a b/2024-01-05-Übung 1.md", "# X\n").document("a b/2024-01-05-Übung 1.md");

        assertThat(post.address().url()).isEqualTo("https://notes.example/a%20b/2024-01-05-%C3%9Cbung%201.html");
    }

    @Test
    void takesOnlyWhatTheSitesPatternsName() {
        var paths = new PathPatterns(List.of("shows/**"), List.of("blog/**", "!blog/drafts/**"), List.of());
        var dated = "---\ntitle: X\ndate: 2024-01-01\n---\n";
        var site = notes().with(Setting.PATHS, paths)
                .with("blog/x.md", dated)
                .with("blog/drafts/x.md", dated)
                .with("other/x.md", dated)
                .with("shows/x.md", dated + "Text");

        assertThat(site.document("blog/x.md").kind()).isEqualTo(Kind.POST);
        assertThat(site.read("blog/drafts/x.md").document()).isEmpty();
        assertThat(site.read("other/x.md").document()).isEmpty();
        assertThat(site.read("shows/x.md").findings()).extracting(Finding::rule).containsExactly("enclosure.missing");
    }
}
