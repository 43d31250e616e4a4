package org.commitcast.contentreading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commitcast.contentreading.frontmatter.FrontMatterEdit;
import org.commitcast.contentreading.site.SiteSettings;
import org.commitcast.contentreading.xml.XmlText;

class NeverThrowsTest {

    private static final String[] PATHS = {
        "_posts/2020-01-01-x.md",
        "_posts/2020-01-01-x.html",
        "_episodes/x.md",
        "transcripts/1.txt",
        "transcripts/1.md",
        "transcripts/1.vtt",
        "transcripts/1.srt"
    };

    private static ContentReader reader(byte[] config) {
        return reader("_config.yml", config);
    }

    private static ContentReader reader(String file, byte[] config) {
        return ContentReader.of(
                new RepositoryFiles() {
                    @Override
                    public Stream<String> paths() {
                        return Stream.of(file, ".commitcast.yml");
                    }

                    @Override
                    public Optional<byte[]> read(String path) {
                        return Optional.of(config);
                    }
                },
                SiteSettings.none());
    }

    @Property(tries = 300)
    void anyBytesAreRead(@ForAll byte[] bytes) {
        var reader = reader(bytes);
        for (var path : PATHS) {
            assertThat(reader.read(path, bytes).path()).isEqualTo(path);
        }
        assertThat(FrontMatterEdit.setLink(bytes, "reddit", "https://a.example/")
                        .changed())
                .isNotNull();
    }

    @Property(tries = 200)
    void anyBytesAreReadByEveryGenerator(@ForAll byte[] bytes, @ForAll("frontMatter") String text) {
        for (var file : new String[] {"hugo.toml", "hugo.json", "zola.toml", "other"}) {
            var reader = reader(file, bytes);
            var known = reader(file, "base_url = 'https://a.example'".getBytes(StandardCharsets.UTF_8));
            for (var path : new String[] {"content/posts/x.md", "content/index.md", "content/a/index.md", "x.md"}) {
                assertThat(reader.read(path, bytes).path()).isEqualTo(path);
                assertThat(known.read(path, text.getBytes(StandardCharsets.UTF_8))
                                .path())
                        .isEqualTo(path);
            }
        }
    }

    @Provide
    Arbitrary<String> frontMatter() {
        var piece = Arbitraries.of(
                "+++\n",
                "---\n",
                "{",
                "}",
                "\"title\": ",
                "title",
                " = ",
                ": ",
                "\"",
                "\n",
                "date",
                "2020-01-02",
                "[",
                "]",
                "[a.b]",
                ",",
                "slug",
                "path",
                "url",
                "/",
                ":year",
                "aliases",
                "x",
                "é",
                "# ",
                "=",
                "\u0000",
                "'",
                "null",
                "<!--more-->",
                "published",
                "true");
        return Combinators.combine(
                        Arbitraries.of("+++\n", "---\n", "{\"", "# "),
                        piece.list().ofMaxSize(40))
                .as((start, rest) -> start + String.join("", rest));
    }

    @Property(tries = 500)
    void anyTextOfMarkupIsReadAndFitsIntoXml(@ForAll("markup") String body) {
        var reader = reader("url: https://a.example\n".getBytes(StandardCharsets.UTF_8));

        var reading = reader.read(PATHS[0], ("---\ntitle: x\n---\n" + body).getBytes(StandardCharsets.UTF_8));

        assertThat(reading.document()).isPresent();
        assertThat(XmlText.firstForbidden(reading.document().get().html())).isNegative();
        assertThat(reading.document().get().html()).doesNotContainIgnoringCase("<script");
    }

    @Provide
    Arbitrary<String> markup() {
        var piece = Arbitraries.of(
                "\n",
                "\n\n",
                " ",
                "a",
                "word ",
                "*",
                "**",
                "_",
                "`",
                "\"",
                "'",
                "--",
                "...",
                "[",
                "](",
                ")",
                "![",
                "{:",
                "}",
                ".x",
                "{%",
                "%}",
                "{{",
                "}}",
                "|",
                "-",
                "- ",
                "1. ",
                "# ",
                "> ",
                "<",
                ">",
                "<script>",
                "<div>",
                "</div>",
                "&",
                "&amp;",
                "\\",
                "\t",
                "    ",
                "```",
                "[@1:00] ",
                "~~",
                "\u0001",
                "é",
                "=",
                "\u00A0",
                "<<",
                ": ");
        return Combinators.combine(piece.list().ofMaxSize(40), piece.list().ofMaxSize(40))
                .as((a, b) -> String.join("", a) + String.join("", b));
    }
}
