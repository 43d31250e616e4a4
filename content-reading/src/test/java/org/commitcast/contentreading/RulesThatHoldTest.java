package org.commitcast.contentreading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whether rules that were found once are still those of a repository with one file more. */
class RulesThatHoldTest {
    private static final SampleSite HUGO = SampleSite.site()
            .with("hugo.toml", "baseURL = \"https://show.example/\"\n")
            .with("content/posts/gate.md", "---\ntitle: The gate\n---\n");

    @Test
    void holdWithOneMoreDocument() {
        assertThat(HUGO.reader().holdsWith("content/posts/pond.md")).isTrue();
    }

    @Test
    void endWithAFileThatSaysHowOthersAreRead() {
        assertThat(HUGO.reader().holdsWith("config/_default/params.toml")).isFalse();
        assertThat(HUGO.reader().holdsWith(".commitcast.yml")).isFalse();
        assertThat(HUGO.reader().holdsWith("static/CNAME")).isFalse();
    }

    @Test
    void endWithAFileThatMakesItsFolderAPageOrASection() {
        assertThat(HUGO.reader().holdsWith("content/posts/pond/index.md")).isFalse();
        assertThat(HUGO.reader().holdsWith("content/posts/_index.en.md")).isFalse();
    }

    @Test
    void areNotKnownToHoldWhereTheGeneratorIsGuessedFromNames() {
        SampleSite guessed = SampleSite.site().with("notes/gate.md", "---\ntitle: The gate\n---\n");

        assertThat(guessed.reader().holdsWith("_posts/2024-03-01-gate.md")).isFalse();
    }
}
