package org.commitcast.notify.source.mastodon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.notify.source.BaseUrl;
import org.commitcast.notify.source.Budget;
import org.commitcast.notify.source.CallLimit;
import org.commitcast.notify.source.Reply;
import org.commitcast.notify.source.SourceHttp;

/**
 * The calls that we make, each within the limits of its server.
 *
 * @see <a href="https://docs.joinmastodon.org/api/rate-limits/">300 calls in five minutes</a>
 */
final class MastodonServers {
    private final SourceHttp http;
    private final BaseUrl home;
    private final String token;
    /** Servers from before 4.3, which give no several statuses at once. */
    private final Set<String> older = ConcurrentHashMap.newKeySet();

    /**
     * @param home the server that knows us
     * @param token as whom; blank for nobody
     */
    MastodonServers(SourceHttp http, BaseUrl home, String token) {
        this.http = http;
        this.home = home;
        this.token = token;
    }

    /** Mentions of an address. Not with {@code resolve}: that would look for the page itself instead. */
    Reply search(String address) {
        return get(home, "/api/v2/search", "q", address, "type", "statuses", "limit", "40");
    }

    Reply status(StatusAddress status) {
        return get(status.server(), "/api/v1/statuses/" + status.id());
    }

    /** Whether a server may give several statuses at once. */
    boolean givesSeveral(BaseUrl server) {
        return !older.contains(server.host());
    }

    /** A list of those that are there and public; a server that cannot do that says somehow that there is nothing. */
    Reply statuses(BaseUrl server, List<String> ids) {
        List<String> query = new ArrayList<>();
        ids.forEach(id -> query.addAll(List.of("id[]", id)));
        Reply reply =
                http.sendWithPages(budget(server), request(server, "/api/v1/statuses", query.toArray(String[]::new)));
        if (reply.handle(list -> false, gone -> true, Reply.Later::isMissing)) {
            older.add(server.host());
        }
        return reply;
    }

    private Reply get(BaseUrl server, String path, String... query) {
        return http.send(budget(server), request(server, path, query));
    }

    private static Budget budget(BaseUrl server) {
        return Budget.of("mastodon", server.host(), CallLimit.perMinutes(5, 270), CallLimit.perSecond(5));
    }

    private GuardedRequest request(BaseUrl server, String path, String... query) {
        GuardedRequest request = GuardedRequest.get(server.at(path, query));
        boolean known = !token.isEmpty() && server.text().equals(home.text());
        return known ? request.with("Authorization", "Bearer " + token) : request;
    }
}
