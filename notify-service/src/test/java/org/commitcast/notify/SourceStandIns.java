package org.commitcast.notify;

import java.util.HashMap;
import java.util.Map;

/** All sources as stand-ins, and the settings by which they are asked in place of the real ones. */
public final class SourceStandIns implements AutoCloseable {
    public final HackerNewsStandIn hackerNews = new HackerNewsStandIn();
    public final LobstersStandIn lobsters = new LobstersStandIn();
    public final LemmyStandIn lemmy = new LemmyStandIn();
    public final RedditStandIn reddit = new RedditStandIn();
    public final MastodonSearchStandIn mastodon = new MastodonSearchStandIn();
    public final BlueskyStandIn bluesky = new BlueskyStandIn();

    /** By their own names: what other tests have under those of the environment is one source. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("commitcast.sources.searched", "bluesky,hackernews,lemmy,lobsters,mastodon,reddit");
        settings.put("commitcast.sources.hackernews.search-url", hackerNews.url());
        settings.put("commitcast.sources.hackernews.items-url", hackerNews.url());
        settings.put("commitcast.sources.lobsters.url", lobsters.url());
        settings.put("commitcast.sources.lemmy.url", lemmy.url());
        settings.put("commitcast.sources.reddit.client-id", RedditStandIn.CLIENT);
        settings.put("commitcast.sources.reddit.client-secret", RedditStandIn.SECRET);
        settings.put("commitcast.sources.reddit.user", "harbour");
        settings.put("commitcast.sources.reddit.url", reddit.url());
        settings.put("commitcast.sources.reddit.login-url", reddit.url());
        settings.put("commitcast.sources.mastodon.url", mastodon.url());
        settings.put("commitcast.sources.mastodon.token", MastodonSearchStandIn.TOKEN);
        settings.put("commitcast.sources.bluesky.handle", BlueskyStandIn.HANDLE);
        settings.put("commitcast.sources.bluesky.app-password", BlueskyStandIn.PASSWORD);
        settings.put("commitcast.sources.bluesky.url", bluesky.url());
        settings.put("commitcast.sources.bluesky.public-url", bluesky.url());
        return settings;
    }

    @Override
    public void close() {
        hackerNews.close();
        lobsters.close();
        lemmy.close();
        reddit.close();
        mastodon.close();
        bluesky.close();
    }
}
