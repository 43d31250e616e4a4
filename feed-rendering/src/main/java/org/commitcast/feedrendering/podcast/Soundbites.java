package org.commitcast.feedrendering.podcast;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.commitcast.feedrendering.document.FrontMatter;

/**
 * Writes the passages of an episode that are good to advertise it.
 *
 * @see <a href="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/soundbite.md">soundbite</a>
 */
final class Soundbites {
    private Soundbites() {}

    static void write(PodcastXml xml, FrontMatter said) {
        for (JsonNode node : said.list("soundbites", "soundbite")) {
            FrontMatter soundbite = new FrontMatter(node);
            Optional<BigDecimal> start = time(soundbite, "start", "start_time", "begin");
            Optional<BigDecimal> duration = start.flatMap(from -> duration(soundbite, from));
            if (start.isPresent() && duration.isPresent()) {
                xml.element("soundbite")
                        .attribute("startTime", start.get().toPlainString())
                        .attribute("duration", duration.get().toPlainString())
                        .text(soundbite.text("title", "text", "name").orElse(""));
            }
        }
    }

    private static Optional<BigDecimal> duration(FrontMatter soundbite, BigDecimal start) {
        return time(soundbite, "duration", "length")
                .or(() -> time(soundbite, "end", "end_time").map(end -> end.subtract(start)))
                .filter(duration -> duration.signum() > 0);
    }

    private static Optional<BigDecimal> time(FrontMatter soundbite, String... keys) {
        return soundbite.list(keys).stream().findFirst().flatMap(PlayTime::read);
    }
}
