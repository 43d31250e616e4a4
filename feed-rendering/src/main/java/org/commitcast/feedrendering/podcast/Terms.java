package org.commitcast.feedrendering.podcast;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commitcast.feedrendering.document.FrontMatter;
import org.commitcast.feedrendering.document.WebAddress;

/**
 * Writes under which licence an episode is: a known one by its identifier, any other with its address.
 *
 * @see <a href="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/license.md">license</a>
 */
final class Terms {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]*");
    private static final Pattern CREATIVE_COMMONS =
            Pattern.compile("https?://creativecommons\\.org/licenses/([a-z-]+)/(\\d\\.\\d)(?:/.*)?");

    private Terms() {}

    static void write(PodcastXml xml, FrontMatter said) {
        Optional<JsonNode> node = said.list("license", "licence").stream().findFirst();
        if (node.isEmpty()) {
            return;
        }
        FrontMatter license = new FrontMatter(node.get());
        Optional<String> text =
                node.filter(JsonNode::isTextual).map(value -> value.asText().strip());
        Optional<String> url = text.filter(WebAddress::is).or(() -> license.address("url", "href"));
        Optional<String> name = url.flatMap(Terms::creativeCommons)
                .or(() -> license.text("name", "identifier", "id"))
                .or(() -> text.filter(value -> url.isEmpty()));
        if (name.isPresent()
                && (url.isPresent() || IDENTIFIER.matcher(name.get()).matches())) {
            boolean known = IDENTIFIER.matcher(name.get()).matches();
            xml.element("license")
                    .attribute("url", url.orElse(null))
                    .text(known ? name.get().toLowerCase(Locale.ROOT) : name.get());
        }
    }

    private static Optional<String> creativeCommons(String url) {
        Matcher license = CREATIVE_COMMONS.matcher(url);
        return license.matches() ? Optional.of("cc-" + license.group(1) + "-" + license.group(2)) : Optional.empty();
    }
}
