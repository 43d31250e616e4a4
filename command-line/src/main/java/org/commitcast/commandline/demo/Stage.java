package org.commitcast.commandline.demo;

import java.nio.file.Path;
import java.util.List;
import org.commitcast.localstack.StartedStack;
import org.commitcast.localstack.service.Service;

/**
 * All that the steps of the story act on.
 *
 * @param examples the folder of sample content
 * @param webhookSecret what the forge signs with
 * @param channelSecret what announcements to the receiver are signed with
 */
record Stage(
        Narrator tell,
        StartedStack stack,
        Api api,
        SampleRepository repository,
        Neighbours neighbours,
        Path examples,
        String webhookSecret,
        StandardWebhook channelSecret) {

    static final String SITE = "mended";

    /** A feed's address. */
    String feedUrl(String feed) {
        return "%s/feeds/%s/%s.rss".formatted(stack.url(Service.FEED), SITE, feed);
    }

    /** A feed as it is served now; without items while it is not. */
    Rss feed(String feed) {
        Api.Reply reply = api.get(Service.FEED, "/feeds/%s/%s.rss".formatted(SITE, feed));
        return reply.status() == 200 ? Rss.parse(reply.body()) : new Rss(List.of());
    }

    /** The ledger of announcements. */
    Ledger ledger() {
        return Ledger.of(api.get(Service.NOTIFY, "/api/v1/announcements?site=" + SITE)
                .expect(200)
                .json());
    }

    @Override
    public String toString() {
        return "the demo's stage";
    }
}
