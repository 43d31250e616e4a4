package org.commitcast.contentreading.hugo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commitcast.contentreading.SampleSite.site;

import org.commitcast.contentreading.SampleSite;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.site.Setting;
import org.junit.jupiter.api.Test;

class HugoConfigurationTest {

    private static final String PAGE = "---\ntitle: X\ndate: 2020-01-02\n---\n";

    private static String url(SampleSite site, String path) {
        return site.with(path, PAGE).document(path).address().url();
    }

    @Test
    void readsFilesThatAreNamedByWhatTheySay() {
        var site = site().with("config/_default/config.yaml", "baseURL: http://localhost/\n")
                .with("config/_default/permalinks.toml", "docs = '/d/:sections/:filename/'\n")
                .with("config/_default/languages.toml", "[en]\n[fr]\n")
                .with("config/production/config.toml", "baseURL = 'https://p.example/base/'\n")
                .with("config/staging/config.toml", "baseURL = 'https://staging.example/'\n");

        assertThat(url(site, "content/docs/a/q.md")).isEqualTo("https://p.example/base/d/docs/q/");
        assertThat(url(site, "content/blog/x.fr.md")).isEqualTo("https://p.example/base/fr/blog/x/");
    }

    @Test
    void takesParametersOfAThemeAndWhateverElseTheSiteWantsOfIt() {
        var site = site().with("hugo.toml", "baseURL = 'https://t.example/'\ntheme = ['two', 'one']\n")
                .with("themes/one/config.toml", "[params]\nemail = 'one@t.example'\ndescription = 'One'\n")
                .with("themes/two/hugo.yaml", "params: {description: Two}\npermalinks: {blog: '/two/:slug/'}\n")
                .with("themes/two/exampleSite/hugo.toml", "baseURL = 'https://example.example/'\n")
                .with("themes/other/hugo.toml", "[params]\nauthor = 'Other'\n");
        var rules = site.reader().rules();

        assertThat(rules.siteUrl()).isEqualTo("https://t.example");
        assertThat(rules.get(Setting.DESCRIPTION)).contains("Two");
        assertThat(rules.get(Setting.EMAIL)).contains("one@t.example");
        assertThat(rules.get(Setting.AUTHOR)).isEmpty();
        assertThat(url(site, "content/blog/x.md")).isEqualTo("https://t.example/blog/x/");
        site.with("config/_default/permalinks.toml", "_merge = 'deep'\n");
        assertThat(url(site, "content/blog/x.md")).isEqualTo("https://t.example/two/x/");
    }

    @Test
    void putsMountedFoldersAndFilesWhereTheSiteWantsThem() {
        var config =
                """
                baseURL = "https://m.example/"
                [[module.mounts]]
                source = "src/extra"
                target = "content/extra/sub"
                excludeFiles = ["drafts/**"]
                [[module.mounts]]
                source = "README.md"
                target = "content/blog/readme.md"
                [[module.mounts]]
                source = "pictures"
                target = "static"
                """;
        var site = site().with("hugo.toml", config).with("src/extra/bundle/index.md", PAGE);

        assertThat(url(site, "src/extra/e.md")).isEqualTo("https://m.example/extra/sub/e/");
        assertThat(url(site, "src/extra/bundle/index.md")).isEqualTo("https://m.example/extra/sub/bundle/");
        assertThat(url(site, "README.md")).isEqualTo("https://m.example/blog/readme/");
        assertThat(site.reader().classify("src/extra/bundle/part.md")).isEqualTo(InputKind.IGNORED);
        assertThat(site.reader().classify("src/extra/drafts/e.md")).isEqualTo(InputKind.IGNORED);
        // Whoever mounts anything there has the usual folder no more.
        assertThat(site.reader().classify("content/blog/x.md")).isEqualTo(InputKind.IGNORED);
    }

    @Test
    void mountsAFolderForALanguage() {
        var site = site().with(
                        "hugo.yaml",
                        """
                        baseURL: https://m.example/
                        languages: {en: {}, de: {}}
                        module:
                          mounts:
                            - {source: content, target: content}
                            - {source: deutsch, target: content, lang: de}
                        """);

        assertThat(url(site, "content/blog/x.md")).isEqualTo("https://m.example/blog/x/");
        assertThat(url(site, "deutsch/blog/x.md")).isEqualTo("https://m.example/de/blog/x/");
    }
}
