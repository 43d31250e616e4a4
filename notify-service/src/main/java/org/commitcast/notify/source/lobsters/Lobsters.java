package org.commitcast.notify.source.lobsters;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Lobsters. It refuses parameters that it does not know, and normalises the address that is asked for.
 *
 * @see <a href="https://github.com/lobsters/lobsters/blob/main/config/initializers/rack_attack.rb">4 calls a second, 30
 *     a minute, 100 in ten minutes, 400 an hour</a>
 */
@ApplicationScoped
class Lobsters implements DiscussionSource {
    private static final String USUAL = "https://lobste.rs";
    private static final Pattern STORY = Pattern.compile("https?://[^/]+/s/([0-9a-z]{1,20})(?:[/?#].*)?");
    private static final Budget BUDGET = Budget.of(
            "lobsters",
            "all",
            CallLimit.perSecond(2),
            CallLimit.perMinute(27),
            CallLimit.perMinutes(10, 90),
            CallLimit.perHour(370));

    private final SourceHttp http;
    private final BaseUrl base;

    Lobsters(SourceHttp http, LobstersConfig config) {
        this.http = http;
        this.base = BaseUrl.of("COMMITCAST_SOURCES_LOBSTERS_URL", config.url(), USUAL);
    }

    @Override
    public String name() {
        return "lobsters";
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
    public Searched search(URI address) {
        return stories(address.toString())
                .handle(
                        Lobsters::found,
                        gone -> new Searched.Later("Lobsters knows no such search", null),
                        Reply.Later::searched);
    }

    private Reply stories(String address) {
        return http.send(BUDGET, GuardedRequest.get(base.at("/stories/url/all.json", "url", address)));
    }

    private static Searched found(JsonNode stories) {
        if (!stories.isArray()) {
            return new Searched.Later("the answer of Lobsters is no list of stories", null);
        }
        List<FoundThread> threads = new ArrayList<>();
        stories.forEach(story -> JsonFields.id(story, "short_id")
                .ifPresent(id -> threads.add(new FoundThread(
                        thread(story, id),
                        id,
                        JsonFields.text(story, "url"),
                        JsonFields.title(story, "title"),
                        JsonFields.text(story, "submitter_user"),
                        JsonFields.time(story, "created_at"),
                        counts(story)))));
        return new Searched.Found(threads);
    }

    /** With the title in it, as readers see it; where it is said to be elsewhere, by its id. */
    private static String thread(JsonNode story, String id) {
        String said = JsonFields.text(story, "comments_url");
        String thread = USUAL + "/s/" + id;
        return said != null && said.matches(Pattern.quote(thread) + "(/[0-9a-z_-]*)?") ? said : thread;
    }

    private static ThreadCounts counts(JsonNode story) {
        return new ThreadCounts(JsonFields.integer(story, "score"), JsonFields.integer(story, "comment_count"), false);
    }

    @Override
    public Followed follow(List<FollowedThread> threads) {
        FollowedThread thread = threads.get(0);
        Optional<String> id = id(thread);
        if (id.isEmpty()) {
            return new Followed.Seen(Map.of());
        }
        // A story that was merged into another leads there.
        return http.sendWithPages(BUDGET, GuardedRequest.get(base.at("/s/" + id.get() + ".json")))
                .handle(
                        story -> new Followed.Seen(
                                story.has("short_id") ? Map.of(thread.url(), counts(story)) : Map.of()),
                        gone -> gone(thread),
                        later -> later.isMissing() ? missing(thread) : later.followed());
    }

    /** Its page for what is not there may as well be somebody's before it: then searches are not there either. */
    private Followed missing(FollowedThread thread) {
        return stories(USUAL)
                .handle(
                        stories -> stories.isArray() ? gone(thread) : new Followed.Seen(Map.of()),
                        gone -> new Followed.Seen(Map.of()),
                        Reply.Later::followed);
    }

    private static Followed gone(FollowedThread thread) {
        return new Followed.Seen(Map.of(thread.url(), new ThreadCounts(null, null, true)));
    }

    private static Optional<String> id(FollowedThread thread) {
        Matcher story = STORY.matcher(thread.url());
        return story.matches()
                ? Optional.of(story.group(1))
                : Optional.ofNullable(thread.remoteId()).filter(id -> id.matches("[0-9a-z]{1,20}"));
    }
}
