package org.commitcast.notify.channel.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commitcast.notify.channel.Announcement;

/** What receivers get. A field of which nothing is known is left out: schemas of receivers seldom allow null. */
final class WebhookPayload {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WebhookPayload() {}

    /** An announcement; the same bytes in every attempt, as long as the item is the same. */
    static byte[] of(Announcement announcement) {
        Announcement.AnnouncedItem item = announcement.item();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text", announcement.text());
        data.put("site", item.site());
        data.put("item", item.contentId());
        data.put("kind", item.kind());
        data.put("guid", item.guid());
        data.put("title", item.title());
        data.put("url", item.url());
        if (item.language() != null) {
            data.put("language", item.language());
        }
        if (item.mediaUrl() != null) {
            data.put("media", item.mediaUrl());
        }
        data.put("published", item.publishedAt().toString());
        if (!announcement.submissions().isEmpty()) {
            data.put(
                    "submissions",
                    announcement.submissions().stream()
                            .map(WebhookPayload::submission)
                            .toList());
        }
        return body("item." + announcement.kind(), announcement.firstSendingAt(), data);
    }

    private static Map<String, String> submission(Announcement.Submission submission) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("platform", submission.platform());
        if (submission.community() != null) {
            data.put("community", submission.community());
        }
        data.put("submit", submission.submit());
        if (submission.page() != null) {
            data.put("page", submission.page());
            data.put("expires", submission.expiresAt().toString());
        }
        return data;
    }

    /** A test of a channel, about no item. */
    static byte[] ofTest(String channel, Instant now) {
        return body("channel.test", now, Map.of("channel", channel));
    }

    private static byte[] body(String type, Instant timestamp, Map<String, Object> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", timestamp.toString());
        body.put("data", data);
        try {
            return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts has a JSON form", e);
        }
    }
}
