package org.commitcast.notify.source.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commitcast.notify.source.DiscussionSource;
import org.commitcast.notify.source.Followed;
import org.commitcast.notify.source.FollowedThread;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.source.JsonFields;
import org.commitcast.notify.source.Reply;
import org.commitcast.notify.source.Searched;
import org.commitcast.notify.source.SourceHttp;
import org.commitcast.notify.source.ThreadCounts;

/**
 * Reddit.
 *
 * @see <a href="https://www.reddit.com/dev/api/#GET_api_info">info: by address, or up to a hundred by id</a>
 */
@ApplicationScoped
class Reddit implements DiscussionSource {
    private static final Pattern THREAD = Pattern.compile(
            "https?://(?:[^/]*\\.)?(?:reddit\\.com(?:/[^?#]*)?/(?:comments|tb)|redd\\.it)/([0-9A-Za-z]{1,15})(?:[/?#].*)?");

    private final RedditApi api;

    Reddit(SourceHttp http, RedditConfig config) {
        this.api = new RedditApi(http, config);
    }

    @Override
    public String name() {
        return "reddit";
    }

    @Override
    public int followedAtOnce() {
        return 100;
    }

    @Override
    public boolean searches() {
        return api.isUsable();
    }

    @Override
    public boolean follows() {
        return api.isUsable();
    }

    @Override
    public List<String> complaints() {
        return api.complaints();
    }

    @Override
    public Searched search(URI address) {
        return api.info("url", address.toString())
                .handle(
                        Reddit::found,
                        gone -> new Searched.Later("Reddit knows no such search", null),
                        Reply.Later::searched);
    }

    private static Searched found(JsonNode listing) {
        if (!listing.path("data").path("children").isArray()) {
            return new Searched.Later("the answer of Reddit is no listing", null);
        }
        List<FoundThread> threads = new ArrayList<>();
        for (JsonNode child : listing.path("data").path("children")) {
            JsonNode link = child.path("data");
            String permalink = link.path("permalink").asText();
            Optional<String> id = JsonFields.id(link, "id");
            if (child.path("kind").asText().equals("t3")
                    && id.isPresent()
                    && !isRemoved(link)
                    && permalink.matches("/[^/?#@].*/comments/.*")) {
                threads.add(new FoundThread(
                        "https://www.reddit.com" + permalink,
                        id.get(),
                        link.path("is_self").asBoolean() ? null : JsonFields.text(link, "url"),
                        JsonFields.title(link, "title"),
                        JsonFields.text(link, "author"),
                        JsonFields.epoch(link, "created_utc"),
                        counts(link)));
            }
        }
        return new Searched.Found(threads);
    }

    /** By its author, a moderator or a filter. It is found once it is put back. */
    private static boolean isRemoved(JsonNode link) {
        return link.hasNonNull("removed_by_category");
    }

    private static ThreadCounts counts(JsonNode link) {
        boolean over = isRemoved(link)
                || link.path("archived").asBoolean()
                || link.path("locked").asBoolean();
        return new ThreadCounts(JsonFields.integer(link, "score"), JsonFields.integer(link, "num_comments"), over);
    }

    @Override
    public Followed follow(List<FollowedThread> threads) {
        Map<String, String> ids = new LinkedHashMap<>();
        threads.forEach(thread -> id(thread).ifPresent(id -> ids.put(thread.url(), "t3_" + id)));
        if (ids.isEmpty()) {
            return new Followed.Seen(Map.of());
        }
        return api.info("id", String.join(",", ids.values().stream().distinct().toList()))
                .handle(listing -> seen(listing, ids), gone -> new Followed.Seen(Map.of()), Reply.Later::followed);
    }

    /** What is not in the listing may be in a community that has become private: nothing is known of it. */
    private static Followed seen(JsonNode listing, Map<String, String> ids) {
        Map<String, ThreadCounts> byId = new HashMap<>();
        listing.path("data")
                .path("children")
                .forEach(child -> byId.put(child.path("data").path("name").asText(), counts(child.path("data"))));
        Map<String, ThreadCounts> seen = new HashMap<>();
        ids.forEach((url, id) -> Optional.ofNullable(byId.get(id)).ifPresent(counts -> seen.put(url, counts)));
        return new Followed.Seen(seen);
    }

    private static Optional<String> id(FollowedThread thread) {
        Matcher address = THREAD.matcher(thread.url());
        if (address.matches()) {
            return Optional.of(address.group(1).toLowerCase(Locale.ROOT));
        }
        return Optional.ofNullable(thread.remoteId())
                .map(id -> id.replaceFirst("^t3_", ""))
                .filter(id -> id.matches("[0-9a-z]{1,15}"));
    }
}
