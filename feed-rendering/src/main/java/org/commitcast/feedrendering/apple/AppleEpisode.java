package org.commitcast.feedrendering.apple;

import java.util.Locale;
import java.util.Set;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.feedrendering.document.FrontMatter;
import org.commitcast.feedrendering.item.Item;
import org.commitcast.feedrendering.text.Length;
import org.commitcast.feedrendering.xml.Namespace;
import org.commitcast.feedrendering.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes what directories want to know of an episode.
 *
 * @see <a href="https://podcasters.apple.com/support/823-podcast-requirements">Apple's elements of an episode</a>
 */
public final class AppleEpisode {
    private static final Set<String> TYPES = Set.of("full", "trailer", "bonus");

    private final XmlWriter xml;
    private final ContentSnapshot episode;
    private final Item item;

    public AppleEpisode(XmlWriter xml, Item item) {
        this.xml = xml;
        this.item = item;
        this.episode = item.snapshot();
    }

    public void write() {
        FrontMatter said = item.frontMatter();
        Enclosure enclosure = episode.enclosure();
        write("title", said.text("itunes_title").orElse(null));
        write("author", cut(Limits.SHORT, String.join(", ", episode.authors())));
        write(
                "subtitle",
                cut(Limits.SHORT, said.text("itunes_subtitle", "subtitle").orElse(null)));
        write("summary", cut(Limits.LONG, item.plainSummary()));
        write("duration", enclosure == null ? null : text(enclosure.durationSeconds()));
        write("season", positive(episode.season()));
        write("episode", positive(episode.episode()));
        write("episodeType", type(said));
        write(
                "explicit",
                said.truth("explicit", "itunes_explicit").map(String::valueOf).orElse(null));
        if (episode.image() != null) {
            xml.reference(Namespace.ITUNES, "image", "href", episode.image());
        }
        write(
                "block",
                said.truth("itunes_block")
                        .filter(block -> block)
                        .map(block -> "Yes")
                        .orElse(null));
    }

    private void write(String name, @Nullable String text) {
        xml.element(Namespace.ITUNES, name, text);
    }

    private static @Nullable String type(FrontMatter said) {
        return said.text("itunes_episode_type", "episode_type")
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(TYPES::contains)
                .orElse(null);
    }

    private static @Nullable String cut(int length, @Nullable String text) {
        return text == null ? null : Length.atMost(length, text);
    }

    private static @Nullable String positive(@Nullable Integer number) {
        return number == null || number < 1 ? null : number.toString();
    }

    private static @Nullable String text(@Nullable Number number) {
        return number == null ? null : number.toString();
    }
}
