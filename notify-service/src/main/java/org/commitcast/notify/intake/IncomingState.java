package org.commitcast.notify.intake;

import java.util.Set;
import java.util.TreeSet;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.SiteState;
import org.commitcast.eventtransport.PolledEvents;
import org.commitcast.notify.announcement.Announcements;
import org.commitcast.notify.catalogue.Feeds;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.catalogue.Sites;
import org.commitcast.notify.discussion.Discussions;
import org.commitcast.notify.follow.ThreadWatch;
import org.commitcast.notify.gate.Gatekeeper;
import org.commitcast.notify.search.Searches;

/** One poll's records on their way into the store. What is known already changes nothing. */
final class IncomingState implements PolledEvents {
    private final Sites sites;
    private final Items items;
    private final Feeds feeds;
    private final Announcements announcements;
    private final Discussions discussions;
    private final Searches searches;
    private final ThreadWatch threads;
    private final Gatekeeper gatekeeper;
    private final Set<String> changed = new TreeSet<>();

    IncomingState(
            Sites sites,
            Items items,
            Feeds feeds,
            Announcements announcements,
            Discussions discussions,
            Searches searches,
            ThreadWatch threads,
            Gatekeeper gatekeeper) {
        this.sites = sites;
        this.items = items;
        this.feeds = feeds;
        this.announcements = announcements;
        this.discussions = discussions;
        this.searches = searches;
        this.threads = threads;
        this.gatekeeper = gatekeeper;
    }

    @Override
    public void siteChanged(SiteState site) {
        if (sites.take(site)) {
            announcements.siteChanged(site);
            if (site.lifecycle() == SiteState.Lifecycle.REMOVED) {
                searches.forget(site.site());
                threads.forget(site.site());
            }
            changed.add(site.site());
        }
    }

    @Override
    public void contentChanged(ContentSnapshot content) {
        if (items.take(content)) {
            announcements.consider(content);
            discussions.consider(content);
            searches.consider(content);
            threads.consider(content);
            changed.add(content.site());
        }
    }

    @Override
    public void feedChanged(FeedState feed) {
        if (feeds.take(feed)) {
            changed.add(feed.site());
        }
    }

    @Override
    public void pollEnds() {
        gatekeeper.reviewSites(changed);
    }
}
