package org.commitcast.contentreading.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Compares renderings as trees: white space between elements and the order of attributes do not count. */
final class Renderings {

    private Renderings() {}

    static void assertRendering(MarkdownRenderer renderer, String source, String expected) {
        var html = renderer.render(source).orElseThrow().html();
        assertThat(normalised(html)).isEqualTo(normalised(expected));
    }

    private static String normalised(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.traverse((node, depth) -> {
            if (node instanceof Element element) {
                var attributes = element.attributes().asList().stream()
                        .sorted(Comparator.comparing(Attribute::getKey))
                        .toList();
                element.clearAttributes();
                attributes.forEach(attribute -> element.attr(attribute.getKey(), attribute.getValue()));
            }
        });
        return body.html().replaceAll("\\s*\\n\\s*", "\n");
    }
}
