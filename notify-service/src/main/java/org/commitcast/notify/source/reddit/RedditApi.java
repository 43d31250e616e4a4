package org.commitcast.notify.source.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
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
 * The calls that we make, with a token for the application alone.
 *
 * @see <a href="https://github.com/reddit-archive/reddit/wiki/OAuth2">OAuth2</a>
 * @see <a href="https://github.com/reddit-archive/reddit/wiki/API">rules</a>: 60 calls a minute, and who asks
 */
final class RedditApi {
    private static final Budget BUDGET = Budget.of("reddit", "all", CallLimit.perSecond(2), CallLimit.perMinute(55));
    private static final String ID = "COMMITCAST_SOURCES_REDDIT_CLIENT_ID";
    private static final String SECRET = "COMMITCAST_SOURCES_REDDIT_CLIENT_SECRET";
    private static final String USER = "COMMITCAST_SOURCES_REDDIT_USER";

    private final SourceHttp http;
    private final BaseUrl base;
    private final BaseUrl login;
    private final Credentials credentials;
    private final HeldToken token;

    RedditApi(SourceHttp http, RedditConfig config) {
        this.http = http;
        this.base = BaseUrl.of("COMMITCAST_SOURCES_REDDIT_URL", config.url(), "https://oauth.reddit.com");
        this.login = BaseUrl.of("COMMITCAST_SOURCES_REDDIT_LOGIN_URL", config.loginUrl(), "https://www.reddit.com");
        this.credentials = new Credentials()
                .with(ID, config.clientId())
                .with(SECRET, config.clientSecret())
                .with(USER, config.user());
        this.token = new HeldToken(http, this::fetchToken, "access_token", RedditApi::lifetime);
    }

    boolean isUsable() {
        return credentials.complete();
    }

    List<String> complaints() {
        return Stream.of(base.complaints(), login.complaints(), credentials.complaints().stream())
                .flatMap(complaints -> complaints)
                .toList();
    }

    /** A listing of links. */
    Reply info(String parameter, String value) {
        // Without raw_json, texts have entities in them.
        URI url = base.at("/api/info", parameter, value, "limit", "100", "raw_json", "1");
        return token.send(BUDGET, named(GuardedRequest.get(url)));
    }

    private Reply fetchToken() {
        String basic = credentials.require(ID) + ":" + credentials.require(SECRET);
        byte[] form = "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII);
        GuardedRequest request = GuardedRequest.post(
                        login.at("/api/v1/access_token"), "application/x-www-form-urlencoded", form)
                .with(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
        return http.send(BUDGET, named(request));
    }

    private static Duration lifetime(JsonNode token) {
        return Duration.ofSeconds(Math.max(0, Math.min(token.path("expires_in").asLong(), 86_400) - 60));
    }

    /** Reddit answers 429 to whoever does not say in this form who asks. */
    private GuardedRequest named(GuardedRequest request) {
        String user = credentials.require(USER).replaceFirst("^/?u/", "");
        return request.with("User-Agent", "server:org.commitcast:v0.1 (by /u/" + user + ")");
    }
}
