package org.commitcast.notify.source.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commitcast.notify.source.BaseUrl;
import org.commitcast.notify.source.Followed;
import org.commitcast.notify.source.FollowedOneByOne;
import org.commitcast.notify.source.FollowedThread;
import org.commitcast.notify.source.JsonFields;
import org.commitcast.notify.source.Reply;

/** Looks at statuses, those of a server at once where it gives several. */
final class FollowedStatuses {
    private final MastodonServers servers;
    private final FollowedOneByOne result = new FollowedOneByOne();

    FollowedStatuses(MastodonServers servers) {
        this.servers = servers;
    }

    private record Followable(String url, StatusAddress status) {}

    Followed follow(List<FollowedThread> threads) {
        Map<BaseUrl, List<Followable>> byServer = new LinkedHashMap<>();
        threads.forEach(thread -> StatusAddress.of(thread.url())
                .ifPresent(status -> byServer.computeIfAbsent(status.server(), any -> new ArrayList<>())
                        .add(new Followable(thread.url(), status))));
        byServer.forEach(this::ask);
        return result.followed(threads);
    }

    private void ask(BaseUrl server, List<Followable> statuses) {
        List<Followable> left = statuses;
        if (statuses.size() > 1 && servers.givesSeveral(server) && result.hasTime()) {
            List<String> ids = statuses.stream()
                    .map(followable -> followable.status().id())
                    .toList();
            left = servers.statuses(server, ids)
                    .handle(
                            answer -> seeSeveral(answer, statuses),
                            gone -> statuses,
                            later -> afterFailure(later, statuses));
        }
        left.forEach(this::askOne);
    }

    /** What is refused together may be answered but for one of them. */
    private List<Followable> afterFailure(Reply.Later later, List<Followable> statuses) {
        statuses.forEach(followable -> result.later(followable.url(), later));
        return later.after() == null ? statuses : List.of();
    }

    /** Gives those that the answer leaves out: by that alone they are not gone. */
    private List<Followable> seeSeveral(JsonNode answer, List<Followable> statuses) {
        Map<String, JsonNode> byId = new HashMap<>();
        answer.forEach(status -> byId.put(status.path("id").asText(), status));
        List<Followable> left = new ArrayList<>();
        for (Followable followable : statuses) {
            JsonNode status = byId.get(followable.status().id());
            if (status == null) {
                left.add(followable);
            } else {
                see(followable, status);
            }
        }
        return left;
    }

    private void askOne(Followable followable) {
        if (!result.hasTime()) {
            result.postpone(followable.url());
            return;
        }
        Reply reply = servers.status(followable.status());
        reply.handle(
                status -> {
                    if (status.path("id").asText().equals(followable.status().id())) {
                        see(followable, status);
                    }
                    return true;
                },
                gone -> {
                    result.gone(followable.url());
                    return true;
                },
                later -> {
                    result.later(followable.url(), later);
                    return true;
                });
    }

    private void see(Followable followable, JsonNode status) {
        if (MastodonSource.isOpen(status)) {
            result.see(followable.url(), MastodonSource.counts(status));
            result.identify(followable.url(), JsonFields.address(status, "uri"));
        } else {
            result.gone(followable.url());
        }
    }
}
