package org.commitcast.notify.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.notify.channel.Announcement;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.LookUp;
import org.jsoup.Jsoup;

/** Searches the account's own statuses for one that links to an item. */
final class OwnTimeline {
    private static final int MOST_PAGES = 10;
    /** With all that belongs to them, so many statuses fit into what is read of an answer. */
    private static final int PAGE = 20;

    /** Clocks differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final MastodonApi api;

    OwnTimeline(MastodonApi api) {
        this.api = api;
    }

    LookUp find(ChannelSettings channel, Announcement announcement) {
        if (!announcement.text().contains(announcement.item().url())) {
            // The item has moved since, or the template is an old one without a link: not found would mean nothing.
            return new LookUp.Unclear("the text does not hold the item's address, by which it would be found");
        }
        Optional<String> account = api.document(api.get(channel, "/api/v1/accounts/verify_credentials"))
                .map(document -> document.path("id").asText(""))
                .filter(id -> id.matches("[A-Za-z0-9]+"));
        if (account.isEmpty()) {
            return new LookUp.Unclear("the account's own statuses cannot be read");
        }
        String path = "/api/v1/accounts/" + account.get() + "/statuses?exclude_reblogs=true&limit=" + PAGE;
        Instant since = announcement.firstSendingAt().minus(TOLERANCE);
        String before = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Answer answer = api.get(channel, path + before);
            Optional<JsonNode> statuses = api.document(answer).filter(JsonNode::isArray);
            if (statuses.isEmpty()) {
                return new LookUp.Unclear("the account's own statuses cannot be read");
            }
            Optional<String> oldest = Optional.empty();
            for (JsonNode status : statuses.get()) {
                if (!isAfter(status, since)) {
                    if (status.path("pinned").asBoolean()) {
                        continue;
                    }
                    return new LookUp.Absent();
                }
                if (links(status, announcement.item().url())) {
                    return new LookUp.Found(
                            status.path("id").asText(), status.path("url").asText(null));
                }
                oldest = Optional.of(status.path("id").asText());
            }
            if (oldest.isEmpty() || !oldest.get().matches("[A-Za-z0-9]+")) {
                return new LookUp.Absent();
            }
            before = "&max_id=" + oldest.get();
        }
        return new LookUp.Unclear("the account has too many newer statuses");
    }

    private static boolean isAfter(JsonNode status, Instant since) {
        try {
            return Instant.parse(status.path("created_at").asText()).isAfter(since);
        } catch (DateTimeParseException e) {
            return true;
        }
    }

    private static boolean links(JsonNode status, String url) {
        Stream<String> links = Jsoup.parse(status.path("content").asText()).select("a[href]").eachAttr("href").stream();
        return Stream.concat(links, Stream.of(status.path("card").path("url").asText()))
                .anyMatch(link -> LinkAddress.same(link, url));
    }
}
