package org.commitcast.notify.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.commitcast.eventtransport.IncomingEvents;
import org.commitcast.notify.announcement.Announcements;
import org.commitcast.notify.catalogue.Feeds;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.catalogue.Sites;
import org.commitcast.notify.discussion.Discussions;
import org.commitcast.notify.follow.ThreadWatch;
import org.commitcast.notify.gate.Gatekeeper;
import org.commitcast.notify.search.Searches;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads the topics of the other services. */
@ApplicationScoped
class StateConsumer {
    private static final String GROUP = "commitcast-notify";

    private final IncomingEvents incoming;
    private final Sites sites;
    private final Items items;
    private final Feeds feeds;
    private final Announcements announcements;
    private final Discussions discussions;
    private final Searches searches;
    private final ThreadWatch threads;
    private final Gatekeeper gatekeeper;

    StateConsumer(
            IncomingEvents incoming,
            Sites sites,
            Items items,
            Feeds feeds,
            Announcements announcements,
            Discussions discussions,
            Searches searches,
            ThreadWatch threads,
            Gatekeeper gatekeeper) {
        this.incoming = incoming;
        this.sites = sites;
        this.items = items;
        this.feeds = feeds;
        this.announcements = announcements;
        this.discussions = discussions;
        this.searches = searches;
        this.threads = threads;
        this.gatekeeper = gatekeeper;
    }

    @Incoming("state")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        incoming.consume(records, GROUP, this::poll);
    }

    private IncomingState poll() {
        return new IncomingState(sites, items, feeds, announcements, discussions, searches, threads, gatekeeper);
    }
}
