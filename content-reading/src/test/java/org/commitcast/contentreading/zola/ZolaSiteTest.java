package org.commitcast.contentreading.zola;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commitcast.contentreading.SampleSite.site;

import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentreading.SampleSite;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.site.Setting;
import org.junit.jupiter.api.Test;

class ZolaSiteTest {

    private static final String CONFIG =
            """
            base_url = "https://kiln.example"
            title = "Kiln notes"
            default_language = "en"

            [languages.fr]

            [extra]
            theme_color = "red"
            """;

    private static SampleSite zola() {
        return site().with("config.toml", CONFIG);
    }

    private static String url(String path, String frontMatter) {
        return zola().with(path, "+++\n" + frontMatter + "\n+++\nWords\n")
                .document(path)
                .address()
                .url();
    }

    @Test
    void isFoundByItsConfiguration() {
        var rules = zola().reader().rules();

        assertThat(rules.get(Setting.GENERATOR)).contains("zola");
        assertThat(rules.get(Setting.TITLE)).contains("Kiln notes");
        assertThat(rules.siteUrl()).isEqualTo("https://kiln.example");
        assertThat(rules.get(Setting.LANGUAGE)).contains("en");
    }

    @Test
    void takesTheDateOfAPathWhereThereIsNoOther() {
        var text =
                """
                +++
                path = "2016/09/27/Glazes-1.12"
                title = "Announcing Glazes 1.12"
                authors = ["The kiln team"]
                aliases = ["2016/09/27/Glazes-1.12.html", "/old"]
                [extra]
                release = true
                +++

                Hello[^1]

                [^1]: A note.
                """;
        var post = zola().with("content/Glazes-1.12.md", text).document("content/Glazes-1.12.md");

        assertThat(post.kind()).isEqualTo(Kind.POST);
        assertThat(post.release().date()).isEqualTo("2016-09-27T00:00:00Z");
        assertThat(post.address().url()).isEqualTo("https://kiln.example/2016/09/27/Glazes-1.12/");
        assertThat(post.address().aliases())
                .containsExactly("https://kiln.example/2016/09/27/Glazes-1.12.html", "https://kiln.example/old/");
        assertThat(post.about().authors()).containsExactly("The kiln team");
        assertThat(post.frontMatter().position("path").orElseThrow().line()).isEqualTo(2);
    }

    @Test
    void spellsAddressesAsZolaDoes() {
        assertThat(url("content/Öfen und Töpfe/Ton & Wasser.md", "date = 2020-01-01"))
                .isEqualTo("https://kiln.example/ofen-und-topfe/ton-wasser/");
        assertThat(url("content/a/2020-01-02-Fire.md", "title = 'F'")).isEqualTo("https://kiln.example/a/fire/");
        assertThat(url("content/a/2020-01-02_fire/index.md", "title = 'F'")).isEqualTo("https://kiln.example/a/fire/");
        assertThat(url("content/a/x.md", "date = 2020-01-01\nslug = \"My Slug\""))
                .isEqualTo("https://kiln.example/a/my-slug/");
        assertThat(url("content/a/x.fr.md", "date = 2020-01-01")).isEqualTo("https://kiln.example/fr/a/x/");
    }

    @Test
    void readsWhatLiesBelowTaxonomiesAndExtra() {
        var text =
                """
                +++
                title = "Fire"
                date = 2020-01-02T10:00:00-05:00
                [taxonomies]
                tags = ["heat", "clay"]
                [extra]
                podcast_file = "https://audio.example/fire.mp3"
                podcast_bytes = 12
                +++
                First <!-- more --> second
                """;
        var episode = zola().with("content/fire.md", text).document("content/fire.md");

        assertThat(episode.kind()).isEqualTo(Kind.EPISODE);
        assertThat(episode.media().enclosure()).extracting(Enclosure::length).isEqualTo(12L);
        assertThat(episode.about().tags()).containsExactly("heat", "clay");
        assertThat(episode.about().summary()).isEqualTo("<p>First</p>");
        assertThat(episode.release().date()).isEqualTo("2020-01-02T15:00:00Z");
    }

    @Test
    void leavesOutSectionsDraftsAndWhatHasNoPage() {
        var site = zola().with("content/a.md", "+++\ntitle = \"X\"\ndate = 2020-01-01\ndraft = true\n+++\n")
                .with("content/b.md", "+++\ntitle = \"X\"\ndate = 2020-01-01\nrender = false\n+++\n")
                .with("content/undated.md", "+++\ntitle = \"X\"\n+++\n");

        assertThat(site.reader().classify("content/_index.md")).isEqualTo(InputKind.IGNORED);
        assertThat(site.reader().classify("themes/x/content/y.md")).isEqualTo(InputKind.IGNORED);
        assertThat(site.document("content/a.md").release().published()).isFalse();
        assertThat(site.document("content/b.md").release().published()).isFalse();
        assertThat(site.read("content/undated.md").document()).isEmpty();
        assertThat(site.read("content/undated.md").findings()).isEmpty();
    }
}
