package org.commitcast.notify.source.bluesky;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.notify.source.BaseUrl;
import org.commitcast.notify.source.Budget;
import org.commitcast.notify.source.CallLimit;
import org.commitcast.notify.source.Credentials;
import org.commitcast.notify.source.HeldToken;
import org.commitcast.notify.source.Reply;
import org.commitcast.notify.source.SourceHttp;

/**
 * The calls that we make.
 *
 * @see <a href="https://docs.bsky.app/docs/advanced-guides/rate-limits">limits</a>: 3,000 calls in five minutes, 30
 *     sessions in five minutes, 300 a day
 */
final class BlueskyApi {
    private static final Budget SESSIONS =
            Budget.of("bluesky", "sessions", CallLimit.perMinutes(5, 25), CallLimit.perMinutes(24 * 60, 250));
    private static final Budget SEARCH =
            Budget.of("bluesky", "search", CallLimit.perSecond(5), CallLimit.perMinutes(5, 1_000));
    private static final Budget POSTS =
            Budget.of("bluesky", "posts", CallLimit.perSecond(5), CallLimit.perMinutes(5, 1_000));
    private static final String HANDLE = "COMMITCAST_SOURCES_BLUESKY_HANDLE";
    private static final String PASSWORD = "COMMITCAST_SOURCES_BLUESKY_APP_PASSWORD";
    /** Half of what sessions last. */
    private static final Duration SESSION = Duration.ofHours(1);

    private final SourceHttp http;
    private final BaseUrl account;
    private final BaseUrl open;
    private final Credentials credentials;
    private final HeldToken session;
    private final ObjectMapper json = new ObjectMapper();

    BlueskyApi(SourceHttp http, BlueskyConfig config) {
        this.http = http;
        this.account = BaseUrl.of("COMMITCAST_SOURCES_BLUESKY_URL", config.url(), "https://bsky.social");
        this.open =
                BaseUrl.of("COMMITCAST_SOURCES_BLUESKY_PUBLIC_URL", config.publicUrl(), "https://public.api.bsky.app");
        this.credentials = new Credentials().with(HANDLE, config.handle()).with(PASSWORD, config.appPassword());
        this.session = new HeldToken(http, this::createSession, "accessJwt", any -> SESSION);
    }

    boolean isUsable() {
        return credentials.complete();
    }

    List<String> complaints() {
        return Stream.of(account.complaints(), open.complaints(), credentials.complaints().stream())
                .flatMap(complaints -> complaints)
                .toList();
    }

    /** Posts with a link to an address; a session is needed, and words to search for as well. */
    Reply search(String address) {
        URI url = account.at(
                "/xrpc/app.bsky.feed.searchPosts", "q", "*", "url", address, "sort", "latest", "limit", "50");
        return session.send(SEARCH, GuardedRequest.get(url));
    }

    /** Those of up to 25 posts that are there. */
    Reply posts(List<String> uris) {
        List<String> query = new ArrayList<>();
        uris.forEach(uri -> query.addAll(List.of("uris", uri)));
        return http.send(
                POSTS, GuardedRequest.get(open.at("/xrpc/app.bsky.feed.getPosts", query.toArray(String[]::new))));
    }

    /** One post, also by its author's handle, or why it is not there. */
    Reply post(String uri) {
        URI url = open.at("/xrpc/app.bsky.feed.getPostThread", "uri", uri, "depth", "0", "parentHeight", "0");
        return http.send(POSTS, GuardedRequest.get(url));
    }

    private Reply createSession() {
        String login = json.createObjectNode()
                .put("identifier", credentials.require(HANDLE).replaceFirst("^@", ""))
                .put("password", credentials.require(PASSWORD))
                .toString();
        return http.send(
                SESSIONS,
                GuardedRequest.post(
                        account.at("/xrpc/com.atproto.server.createSession"),
                        "application/json",
                        login.getBytes(StandardCharsets.UTF_8)));
    }
}
