package org.commitcast.feedrendering.podcast;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.feedrendering.document.FrontMatter;

/**
 * Writes which places an episode is about.
 *
 * @see <a href="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/location.md">location</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5870">RFC 5870, geo URIs</a>
 */
final class Locations {
    private static final Pattern COORDINATES =
            Pattern.compile("-?\\d{1,3}(\\.\\d+)?,-?\\d{1,3}(\\.\\d+)?(,-?\\d+(\\.\\d+)?)?(;[a-z=0-9.;]+)?");
    private static final Pattern MAP_OBJECT = Pattern.compile("[NWR]\\d+(#\\d+)?");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private Locations() {}

    static void write(PodcastXml xml, FrontMatter said) {
        for (JsonNode node : said.list("location", "locations")) {
            FrontMatter place = new FrontMatter(node);
            Optional<String> name = node.isTextual()
                    ? Optional.of(node.asText().strip()).filter(text -> !text.isEmpty())
                    : place.text("name", "title");
            if (name.isPresent()) {
                xml.element("location")
                        .attribute(
                                "rel",
                                place.text("rel").filter(Locations::isRelation).orElse(null))
                        .attribute("geo", geo(place).orElse(null))
                        .attribute("osm", matching(place, MAP_OBJECT, "osm").orElse(null))
                        .attribute(
                                "country", matching(place, COUNTRY, "country").orElse(null))
                        .text(name.get());
            }
        }
    }

    private static boolean isRelation(String text) {
        return text.equals("subject") || text.equals("creator");
    }

    private static Optional<String> matching(FrontMatter place, Pattern form, String key) {
        return place.text(key).map(text -> text.toUpperCase(Locale.ROOT)).filter(text -> form.matcher(text)
                .matches());
    }

    private static Optional<String> geo(FrontMatter place) {
        return place.text("geo", "coordinates")
                .or(() -> place.text("latitude", "lat")
                        .flatMap(north -> place.text("longitude", "lon", "lng").map(east -> north + "," + east)))
                .map(text -> text.replaceFirst("^geo:", "").replace(" ", ""))
                .filter(text -> COORDINATES.matcher(text).matches())
                .map(text -> "geo:" + text);
    }
}
