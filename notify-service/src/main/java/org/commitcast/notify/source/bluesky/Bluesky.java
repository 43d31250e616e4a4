package org.commitcast.notify.source.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commitcast.notify.source.DiscussionSource;
import org.commitcast.notify.source.Followed;
import org.commitcast.notify.source.FollowedThread;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.source.JsonFields;
import org.commitcast.notify.source.Links;
import org.commitcast.notify.source.Reply;
import org.commitcast.notify.source.Searched;
import org.commitcast.notify.source.SourceHttp;
import org.commitcast.notify.source.ThreadCounts;

/**
 * Bluesky.
 *
 * @see <a href="https://docs.bsky.app/docs/api/app-bsky-feed-search-posts">search</a>
 */
@ApplicationScoped
class Bluesky implements DiscussionSource {
    private final BlueskyApi api;

    Bluesky(SourceHttp http, BlueskyConfig config) {
        this.api = new BlueskyApi(http, config);
    }

    @Override
    public String name() {
        return "bluesky";
    }

    @Override
    public int followedAtOnce() {
        return 25;
    }

    @Override
    public boolean searches() {
        return api.isUsable();
    }

    @Override
    public List<String> complaints() {
        return api.complaints();
    }

    @Override
    public Searched search(URI address) {
        return api.search(address.toString())
                .handle(
                        answer -> found(answer, address),
                        gone -> new Searched.Later("Bluesky knows no such search", null),
                        Reply.Later::searched);
    }

    private static Searched found(JsonNode answer, URI address) {
        if (!answer.path("posts").isArray()) {
            return new Searched.Later("the answer of Bluesky has no posts", null);
        }
        List<FoundThread> threads = new ArrayList<>();
        answer.path("posts").forEach(post -> PostAddress.of(post.path("uri").asText())
                .ifPresent(known -> threads.add(found(post, known, address))));
        return new Searched.Found(threads);
    }

    private static FoundThread found(JsonNode post, PostAddress known, URI address) {
        JsonNode record = post.path("record");
        return new FoundThread(
                known.page(),
                known.uri(),
                Links.closest(address, links(post)),
                JsonFields.title(record, "text"),
                JsonFields.text(post.path("author"), "handle"),
                JsonFields.time(record, "createdAt"),
                counts(post));
    }

    /** In the text, and on the card below it. */
    private static List<String> links(JsonNode post) {
        List<String> links = new ArrayList<>();
        post.path("record").path("facets").forEach(facet -> facet.path("features")
                .forEach(feature ->
                        Optional.ofNullable(JsonFields.text(feature, "uri")).ifPresent(links::add)));
        for (JsonNode embed : List.of(post.path("record").path("embed"), post.path("embed"))) {
            for (JsonNode holder : List.of(embed, embed.path("media"))) {
                Optional.ofNullable(JsonFields.text(holder.path("external"), "uri"))
                        .ifPresent(links::add);
            }
        }
        return links;
    }

    static ThreadCounts counts(JsonNode post) {
        return new ThreadCounts(JsonFields.integer(post, "likeCount"), JsonFields.integer(post, "replyCount"), false);
    }

    @Override
    public Followed follow(List<FollowedThread> threads) {
        return new FollowedPosts(api).follow(threads);
    }
}
