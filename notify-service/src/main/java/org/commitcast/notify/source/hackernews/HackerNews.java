package org.commitcast.notify.source.hackernews;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.notify.source.BaseUrl;
import org.commitcast.notify.source.Budget;
import org.commitcast.notify.source.CallLimit;
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
 * Hacker News.
 *
 * @see <a href="https://hn.algolia.com/api">search, 10,000 calls an hour</a>
 * @see <a href="https://github.com/HackerNews/API">items, without a limit</a>
 */
@ApplicationScoped
class HackerNews implements DiscussionSource {
    private static final String THREAD = "https://news.ycombinator.com/item?id=";
    private static final Pattern ID =
            Pattern.compile("https?://news\\.ycombinator\\.com/item\\?(?:.*&)?id=([0-9]{1,15})\\b.*");
    private static final Budget SEARCH =
            Budget.of("hackernews", "search", CallLimit.perSecond(10), CallLimit.perHour(9_500));
    /** Nobody asks for a limit; this one keeps us from being a burden. */
    private static final Budget ITEMS = Budget.of("hackernews", "items", CallLimit.perSecond(20));

    private final SourceHttp http;
    private final BaseUrl search;
    private final BaseUrl items;

    HackerNews(SourceHttp http, HackerNewsConfig config) {
        this.http = http;
        this.search =
                BaseUrl.of("COMMITCAST_SOURCES_HACKERNEWS_SEARCH_URL", config.searchUrl(), "https://hn.algolia.com");
        this.items = BaseUrl.of(
                "COMMITCAST_SOURCES_HACKERNEWS_ITEMS_URL", config.itemsUrl(), "https://hacker-news.firebaseio.com");
    }

    @Override
    public String name() {
        return "hackernews";
    }

    @Override
    public int followedAtOnce() {
        return 1;
    }

    @Override
    public boolean searches() {
        return true;
    }

    @Override
    public List<String> complaints() {
        return Stream.concat(search.complaints(), items.complaints()).toList();
    }

    @Override
    public Searched search(URI address) {
        URI url = search.at(
                "/api/v1/search",
                "query",
                StoryQuery.of(address),
                "advancedSyntax",
                "true",
                // Other words that are nearly these would be other pages, and there may be many.
                "typoTolerance",
                "false",
                "queryType",
                "prefixNone",
                "restrictSearchableAttributes",
                "url",
                "tags",
                "story",
                "hitsPerPage",
                "100");
        return http.send(SEARCH, GuardedRequest.get(url))
                .handle(
                        HackerNews::found,
                        gone -> new Searched.Later("Algolia knows no such search", null),
                        Reply.Later::searched);
    }

    private static Searched found(JsonNode answer) {
        if (!answer.path("hits").isArray()) {
            return new Searched.Later("Algolia's answer has no hits", null);
        }
        List<FoundThread> threads = new ArrayList<>();
        answer.path("hits").forEach(hit -> JsonFields.id(hit, "objectID")
                .ifPresent(id -> threads.add(new FoundThread(
                        THREAD + id,
                        id,
                        JsonFields.text(hit, "url"),
                        JsonFields.title(hit, "title"),
                        JsonFields.text(hit, "author"),
                        JsonFields.epoch(hit, "created_at_i"),
                        new ThreadCounts(
                                JsonFields.integer(hit, "points"), JsonFields.integer(hit, "num_comments"), false)))));
        return new Searched.Found(threads);
    }

    @Override
    public Followed follow(List<FollowedThread> threads) {
        FollowedThread thread = threads.get(0);
        Optional<String> id = id(thread);
        if (id.isEmpty()) {
            return new Followed.Seen(Map.of());
        }
        return http.send(ITEMS, GuardedRequest.get(items.at("/v0/item/" + id.get() + ".json")))
                .handle(
                        item -> seen(thread, id.get(), item),
                        gone -> new Followed.Seen(Map.of()),
                        Reply.Later::followed);
    }

    private static Followed seen(FollowedThread thread, String id, JsonNode item) {
        // An item that is not there is null, and so is for a while one that has just been posted.
        if (!item.path("id").asText().equals(id)) {
            return new Followed.Seen(Map.of());
        }
        boolean over = item.path("deleted").asBoolean() || item.path("dead").asBoolean();
        return new Followed.Seen(Map.of(
                thread.url(),
                new ThreadCounts(JsonFields.integer(item, "score"), JsonFields.integer(item, "descendants"), over)));
    }

    private static Optional<String> id(FollowedThread thread) {
        if (thread.remoteId() != null && thread.remoteId().matches("[0-9]{1,15}")) {
            return Optional.of(thread.remoteId());
        }
        Matcher id = ID.matcher(thread.url());
        return id.matches() ? Optional.of(id.group(1)) : Optional.empty();
    }
}
