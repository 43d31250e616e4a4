package org.commitcast.feedrendering.podcast;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.feedrendering.document.FrontMatter;
import org.commitcast.feedrendering.document.WebAddress;
import org.commitcast.feedrendering.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * Writes an episode's pictures: its own, and more under {@code images} for other uses.
 *
 * @see <a href="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/image.md">podcast:image</a>
 */
final class Pictures {
    private static final Pattern PIXELS = Pattern.compile("[1-9]\\d{0,5}");
    private static final Pattern RATIO = Pattern.compile("\\d{1,4}/\\d{1,4}");

    private Pictures() {}

    static void write(PodcastXml xml, Item item) {
        FrontMatter said = item.frontMatter();
        String own = item.snapshot().image();
        if (own != null) {
            xml.element("image")
                    .attribute("href", own)
                    .attribute("alt", said.text("image_alt", "alt").orElse(null))
                    .end();
        }
        for (JsonNode node : said.list("images")) {
            FrontMatter picture = new FrontMatter(node);
            Optional<String> address = node.isTextual()
                    ? Optional.of(node.asText().strip()).filter(WebAddress::is)
                    : picture.address("href", "url", "src");
            if (address.isPresent() && !address.get().equals(own)) {
                xml.element("image")
                        .attribute("href", address.get())
                        .attribute("alt", picture.text("alt").orElse(null))
                        .attribute("aspect-ratio", matching(picture, RATIO, "aspect_ratio"))
                        .attribute("width", matching(picture, PIXELS, "width"))
                        .attribute("height", matching(picture, PIXELS, "height"))
                        .attribute("type", picture.text("type").orElse(null))
                        .attribute("purpose", picture.text("purpose").orElse(null))
                        .end();
            }
        }
    }

    private static @Nullable String matching(FrontMatter picture, Pattern form, String key) {
        return picture.text(key).filter(text -> form.matcher(text).matches()).orElse(null);
    }
}
