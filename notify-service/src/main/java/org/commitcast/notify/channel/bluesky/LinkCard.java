package org.commitcast.notify.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.notify.channel.Announcement.AnnouncedItem;
import org.commitcast.notify.channel.ChannelSettings;
import org.jspecify.annotations.Nullable;

/**
 * The card below a post. Bluesky makes none by itself.
 *
 * @see <a href="https://docs.bsky.app/docs/advanced-guides/posts#website-card-embeds">Website card embeds</a>
 */
final class LinkCard {
    /** What a server takes of a card's picture. */
    private static final int MOST_BYTES = 1_000_000;

    private static final int MOST_DESCRIPTION = 300;
    private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png", "image/webp", "image/gif");

    private final BlueskyApi api;
    private final ObjectMapper json = new ObjectMapper();

    LinkCard(BlueskyApi api) {
        this.api = api;
    }

    /** With the item's picture where that can be had: a post is worth more than its picture. */
    ObjectNode of(AnnouncedItem item, ChannelSettings channel, Session session, Calls calls) {
        ObjectNode card = json.createObjectNode().put("$type", "app.bsky.embed.external");
        ObjectNode external = card.putObject("external")
                .put("uri", item.url())
                .put("title", item.title())
                .put("description", description(item.summary() == null ? "" : item.summary()));
        thumbnail(item, channel, session, calls).ifPresent(blob -> external.set("thumb", blob));
        return card;
    }

    private static String description(String summary) {
        if (summary.length() <= MOST_DESCRIPTION) {
            return summary;
        }
        int space = summary.lastIndexOf(' ', MOST_DESCRIPTION);
        int end = space > 0 ? space : summary.offsetByCodePoints(0, summary.codePointCount(0, MOST_DESCRIPTION) - 1);
        return summary.substring(0, end).strip() + "…";
    }

    private Optional<JsonNode> thumbnail(AnnouncedItem item, ChannelSettings channel, Session session, Calls calls) {
        return address(item.image()).flatMap(url -> api.image(url, MOST_BYTES, calls)
                .handle(
                        image -> type(image)
                                .map(type -> api.uploadBlob(
                                        channel, session, type, image.body().bytes(), calls)),
                        refused -> Optional.<Answer>empty(),
                        failed -> Optional.<Answer>empty())
                .flatMap(api::document)
                .map(document -> document.path("blob"))
                .filter(JsonNode::isObject));
    }

    private static Optional<URI> address(@Nullable String image) {
        try {
            return Optional.ofNullable(image).map(URI::create);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of a picture that is all there and that a server takes. */
    private static Optional<String> type(Answer.Answered image) {
        if (image.status() != 200 || !image.body().complete() || image.body().size() > MOST_BYTES) {
            return Optional.empty();
        }
        return image.headers()
                .first("Content-Type")
                .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .filter(IMAGES::contains);
    }
}
