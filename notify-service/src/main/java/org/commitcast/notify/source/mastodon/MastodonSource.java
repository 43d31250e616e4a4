package org.commitcast.notify.source.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commitcast.notify.source.BaseUrl;
import org.commitcast.notify.source.Credentials;
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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Mastodon. Statuses are searched on one server, which needs a token and a search index there; they are followed on
 * their own servers, which show what is public to everybody.
 *
 * @see <a href="https://docs.joinmastodon.org/methods/search/#v2">search</a>
 */
@ApplicationScoped
class MastodonSource implements DiscussionSource {
    private static final String URL = "COMMITCAST_SOURCES_MASTODON_URL";
    private static final String TOKEN = "COMMITCAST_SOURCES_MASTODON_TOKEN";
    /** What only some may see is nothing that could be linked. */
    private static final Set<String> OPEN = Set.of("public", "unlisted");

    private final BaseUrl home;
    private final Credentials credentials;
    private final MastodonServers servers;

    MastodonSource(SourceHttp http, MastodonSourceConfig config) {
        this.home = BaseUrl.of(URL, config.url(), "https://mastodon.social");
        this.credentials = new Credentials().with(URL, config.url()).with(TOKEN, config.token());
        this.servers = new MastodonServers(http, home, credentials.complete() ? credentials.require(TOKEN) : "");
    }

    @Override
    public String name() {
        return "mastodon";
    }

    @Override
    public int followedAtOnce() {
        return 20;
    }

    @Override
    public boolean searches() {
        return credentials.complete();
    }

    @Override
    public List<String> complaints() {
        return Stream.concat(home.complaints(), credentials.complaints().stream())
                .toList();
    }

    @Override
    public Searched search(URI address) {
        return servers.search(address.toString())
                .handle(
                        answer -> found(answer, address),
                        gone -> new Searched.Later(home.host() + " knows no such search", null),
                        Reply.Later::searched);
    }

    private Searched found(JsonNode answer, URI address) {
        if (!answer.path("statuses").isArray()) {
            return new Searched.Later("the answer of " + home.host() + " has no statuses", null);
        }
        List<FoundThread> threads = new ArrayList<>();
        for (JsonNode status : answer.path("statuses")) {
            if (isOpen(status)) {
                address(status).ifPresent(url -> threads.add(found(status, url, address)));
            }
        }
        return new Searched.Found(threads);
    }

    /** Its own, or that of the copy here where its server writes addresses that only it can read. */
    private Optional<String> address(JsonNode status) {
        String own = status.path("url").asText();
        if (StatusAddress.of(own).isPresent()) {
            return Optional.of(own);
        }
        String copy = home.text() + "/@" + status.path("account").path("acct").asText() + "/"
                + status.path("id").asText();
        return Optional.of(copy).filter(url -> StatusAddress.of(url).isPresent());
    }

    private static FoundThread found(JsonNode status, String url, URI address) {
        Document content = Jsoup.parse(status.path("content").asText());
        List<String> links =
                new ArrayList<>(content.select("a[href]:not(.mention)").eachAttr("href"));
        Optional.ofNullable(JsonFields.text(status.path("card"), "url")).ifPresent(links::add);
        return new FoundThread(
                url,
                StatusAddress.of(url).map(StatusAddress::id).orElse(""),
                Links.closest(address, links),
                JsonFields.title(content.text()),
                JsonFields.text(status.path("account"), "acct"),
                JsonFields.time(status, "created_at"),
                counts(status),
                JsonFields.address(status, "uri"));
    }

    static boolean isOpen(JsonNode status) {
        return OPEN.contains(status.path("visibility").asText());
    }

    static ThreadCounts counts(JsonNode status) {
        return new ThreadCounts(
                JsonFields.integer(status, "favourites_count"), JsonFields.integer(status, "replies_count"), false);
    }

    @Override
    public Followed follow(List<FollowedThread> threads) {
        return new FollowedStatuses(servers).follow(threads);
    }
}
