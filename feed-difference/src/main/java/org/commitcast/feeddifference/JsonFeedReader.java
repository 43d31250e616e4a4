package org.commitcast.feeddifference;

import static org.commitcast.feeddifference.RssItems.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.commitcast.feeddifference.ReadFeed.Form;

/**
 * What JSON Feed says, under which keys.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
final class JsonFeedReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeedReader() {}

    static ReadFeed read(byte[] bytes) throws UnreadableFeedException {
        JsonNode feed;
        try {
            feed = JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UnreadableFeedException("is no well-formed JSON", e);
        }
        if (!feed.path("items").isArray()) {
            throw new UnreadableFeedException("is JSON, but no JSON Feed");
        }
        Map<ChannelField, String> channel = new EnumMap<>(ChannelField.class);
        text(feed, "title").ifPresent(title -> channel.put(ChannelField.TITLE, title));
        text(feed, "home_page_url").ifPresent(page -> channel.put(ChannelField.LINK, page));
        text(feed, "description").ifPresent(about -> channel.put(ChannelField.DESCRIPTION, about));
        text(feed, "language").ifPresent(code -> channel.put(ChannelField.LANGUAGE, code));
        text(feed, "icon").ifPresent(image -> channel.put(ChannelField.IMAGE, image));
        List<ReadItem> items = new ArrayList<>();
        feed.path("items").forEach(item -> item(item).ifPresent(items::add));
        return new ReadFeed(Form.JSON, channel, List.of(), items);
    }

    private static Optional<ReadItem> item(JsonNode item) {
        Map<ItemField, String> said = new EnumMap<>(ItemField.class);
        put(said, ItemField.TITLE, text(item, "title"));
        put(said, ItemField.LINK, text(item, "url"));
        put(said, ItemField.DATE, text(item, "date_published"));
        put(said, ItemField.UPDATED, text(item, "date_modified"));
        JsonNode audio = item.path("attachments").path(0);
        put(said, ItemField.AUDIO, text(audio, "url"));
        put(said, ItemField.AUDIO_LENGTH, text(audio, "size_in_bytes"));
        put(said, ItemField.AUDIO_TYPE, text(audio, "mime_type"));
        put(said, ItemField.DURATION, text(audio, "duration_in_seconds"));
        put(said, ItemField.AUTHOR, Optional.of(authors(item)));
        put(said, ItemField.CATEGORIES, Optional.of(joined(item.path("tags"), JsonNode::asText)));
        put(said, ItemField.SUMMARY, text(item, "summary"));
        put(said, ItemField.CONTENT, text(item, "content_html"));
        put(said, ItemField.IMAGE, text(item, "image"));
        return text(item, "id").map(id -> new ReadItem(id.strip(), said, List.of()));
    }

    private static String authors(JsonNode item) {
        String all = StreamSupport.stream(item.path("authors").spliterator(), false)
                .map(author -> Readings.words(author.path("name").asText()))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? item.path("author").path("name").asText() : all;
    }

    private static String joined(JsonNode list, Function<JsonNode, String> text) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(text)
                .map(Readings::words)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> text(JsonNode object, String key) {
        JsonNode value = object.path(key);
        return value.isTextual() || value.isNumber() ? Optional.of(value.asText()) : Optional.empty();
    }
}
