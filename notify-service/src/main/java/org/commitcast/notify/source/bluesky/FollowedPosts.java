package org.commitcast.notify.source.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.notify.source.Followed;
import org.commitcast.notify.source.FollowedOneByOne;
import org.commitcast.notify.source.FollowedThread;
import org.commitcast.notify.source.Reply;

/** Looks at posts: all that are named by a DID at once, those that are missing then one by one. */
final class FollowedPosts {
    private final BlueskyApi api;
    private final FollowedOneByOne result = new FollowedOneByOne();

    FollowedPosts(BlueskyApi api) {
        this.api = api;
    }

    Followed follow(List<FollowedThread> threads) {
        Map<String, PostAddress> single = new LinkedHashMap<>();
        Map<String, PostAddress> together = new LinkedHashMap<>();
        for (FollowedThread thread : threads) {
            address(thread).ifPresent(post -> (post.isByHandle() ? single : together).put(thread.url(), post));
        }
        if (!together.isEmpty()) {
            single.putAll(askTogether(together));
        }
        single.forEach(this::ask);
        return result.followed(threads);
    }

    private static Optional<PostAddress> address(FollowedThread thread) {
        return Optional.ofNullable(thread.remoteId()).flatMap(PostAddress::of).or(() -> PostAddress.of(thread.url()));
    }

    /** Gives those that the answer leaves out: for many reasons, being gone is but one of them. */
    private Map<String, PostAddress> askTogether(Map<String, PostAddress> posts) {
        return api.posts(
                        posts.values().stream().map(PostAddress::uri).distinct().toList())
                .handle(answer -> seeTogether(answer, posts), gone -> posts, later -> afterFailure(later, posts));
    }

    /** What is refused together may be answered but for one of them. */
    private Map<String, PostAddress> afterFailure(Reply.Later later, Map<String, PostAddress> posts) {
        posts.keySet().forEach(url -> result.later(url, later));
        return later.after() == null ? posts : Map.of();
    }

    private Map<String, PostAddress> seeTogether(JsonNode answer, Map<String, PostAddress> posts) {
        if (!answer.path("posts").isArray()) {
            return Map.of();
        }
        Map<String, JsonNode> byUri = new HashMap<>();
        answer.path("posts").forEach(post -> byUri.put(post.path("uri").asText(), post));
        Map<String, PostAddress> left = new LinkedHashMap<>();
        posts.forEach((url, address) -> {
            JsonNode post = byUri.get(address.uri());
            if (post == null) {
                left.put(url, address);
            } else {
                result.see(url, Bluesky.counts(post));
            }
        });
        return left;
    }

    private void ask(String url, PostAddress address) {
        if (!result.hasTime()) {
            result.postpone(url);
            return;
        }
        api.post(address.uri())
                .handle(
                        answer -> {
                            see(url, answer.path("thread"));
                            return true;
                        },
                        gone -> true,
                        later -> {
                            if (later.hasError("NotFound")) {
                                result.gone(url);
                            } else {
                                result.later(url, later);
                            }
                            return true;
                        });
    }

    /** A post that is blocked is there for others: it stays as it was. */
    private void see(String url, JsonNode thread) {
        if (thread.path("notFound").asBoolean()) {
            result.gone(url);
        } else if (thread.path("post").has("uri")) {
            result.see(url, Bluesky.counts(thread.path("post")));
        }
    }
}
