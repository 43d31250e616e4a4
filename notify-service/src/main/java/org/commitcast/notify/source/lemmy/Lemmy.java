package org.commitcast.notify.source.lemmy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * Lemmy 0.19. An instance knows the posts of all others that it is connected with. It searches for the exact address.
 *
 * @see <a href="https://join-lemmy.org/api/">the interface</a>; usual limits are 60 searches in ten minutes and 180
 *     other calls a minute
 */
@ApplicationScoped
class Lemmy implements DiscussionSource {
    private static final Pattern POST =
            Pattern.compile("(https?://[0-9A-Za-z.-]+(?::[0-9]{1,5})?)/post/([0-9]{1,15})(?:[/?#].*)?");

    private final SourceHttp http;
    private final BaseUrl base;
    private final Budget search;

    Lemmy(SourceHttp http, LemmyConfig config) {
        this.http = http;
        this.base = BaseUrl.of("COMMITCAST_SOURCES_LEMMY_URL", config.url(), "https://lemmy.world");
        this.search = Budget.of("lemmy", "search", CallLimit.perSecond(1), CallLimit.perMinutes(10, 54));
    }

    @Override
    public String name() {
        return "lemmy";
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
        return base.complaints().toList();
    }

    @Override
    public boolean comparesCharacters() {
        return true;
    }

    @Override
    public Searched search(URI address) {
        URI url = base.at("/api/v3/search", "q", address.toString(), "type_", "Url", "limit", "50");
        return http.send(search, GuardedRequest.get(url))
                .handle(
                        this::found,
                        gone -> new Searched.Later(base.host() + " knows no such search", null),
                        Reply.Later::searched);
    }

    private Searched found(JsonNode answer) {
        if (!answer.path("posts").isArray()) {
            return new Searched.Later("the answer of " + base.host() + " has no posts", null);
        }
        List<FoundThread> threads = new ArrayList<>();
        for (JsonNode view : answer.path("posts")) {
            if (!isRemoved(view.path("post"))) {
                JsonFields.id(view.path("post"), "id").ifPresent(id -> threads.add(found(view, id)));
            }
        }
        return new Searched.Found(threads);
    }

    private FoundThread found(JsonNode view, String id) {
        JsonNode post = view.path("post");
        // What another kind of server has posted has an address of another form there; here it is a post all the same.
        Matcher own = POST.matcher(post.path("ap_id").asText());
        boolean known = own.matches();
        return new FoundThread(
                (known ? own.group(1) : base.text()) + "/post/" + (known ? own.group(2) : id),
                known ? own.group(2) : id,
                JsonFields.text(post, "url"),
                JsonFields.title(post, "name"),
                JsonFields.text(view.path("creator"), "name"),
                JsonFields.time(post, "published"),
                counts(view),
                known ? null : JsonFields.address(post, "ap_id"));
    }

    /** By its author or a moderator. It is found once it is put back. */
    private static boolean isRemoved(JsonNode post) {
        return post.path("removed").asBoolean() || post.path("deleted").asBoolean();
    }

    private static ThreadCounts counts(JsonNode view) {
        JsonNode post = view.path("post");
        return new ThreadCounts(
                JsonFields.integer(view.path("counts"), "score"),
                JsonFields.integer(view.path("counts"), "comments"),
                post.path("locked").asBoolean() || isRemoved(post));
    }

    @Override
    public Followed follow(List<FollowedThread> threads) {
        FollowedThread thread = threads.get(0);
        Matcher post = POST.matcher(thread.url());
        if (!post.matches()) {
            return new Followed.Seen(Map.of());
        }
        BaseUrl own = new BaseUrl("", post.group(1));
        Budget budget = Budget.of("lemmy", own.host(), CallLimit.perMinute(120));
        return http.send(budget, GuardedRequest.get(own.at("/api/v3/post", "id", post.group(2))))
                .handle(
                        answer -> seen(thread, answer.path("post_view")),
                        gone -> gone(thread),
                        later -> later.hasError("couldnt_find_post") ? gone(thread) : later.followed());
    }

    private static Followed seen(FollowedThread thread, JsonNode view) {
        if (!view.has("post")) {
            return new Followed.Seen(Map.of());
        }
        // What a person gave may be the address of a copy.
        String id = JsonFields.address(view.path("post"), "ap_id");
        return new Followed.Seen(
                Map.of(thread.url(), counts(view)),
                id == null || id.equals(thread.url()) ? Map.of() : Map.of(thread.url(), id));
    }

    private static Followed gone(FollowedThread thread) {
        return new Followed.Seen(Map.of(thread.url(), new ThreadCounts(null, null, true)));
    }
}
