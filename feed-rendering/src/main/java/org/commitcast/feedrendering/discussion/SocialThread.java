package org.commitcast.feedrendering.discussion;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.jspecify.annotations.Nullable;

/**
 * A thread whose answers players can show.
 *
 * @param protocol by which they read it
 * @param account who began it, as far as its address says
 * @see <a href="https://github.com/Podcastindex-org/podcast-namespace/blob/main/socialprotocols.txt">protocols</a>
 */
public record SocialThread(String protocol, String url, @Nullable String account, @Nullable String accountUrl) {
    /** {@code https://social.example/@ada/1}, {@code https://social.example/users/ada/statuses/1}. */
    private static final Pattern MASTODON = Pattern.compile("(https?://[^/]+/(?:@|users/)([^/?#]+))/.*");

    /** {@code https://bsky.app/profile/ada.example/post/3k}. */
    private static final Pattern BLUESKY = Pattern.compile("(https?://[^/]+/profile/([^/?#]+))/post/.*");

    /** An item's threads of this sort, those that matter most first. */
    public static List<SocialThread> of(ContentSnapshot item, @Nullable DiscussionState discussions) {
        // Most items have none, and to find out what becomes of each address is much work.
        boolean any = item.links().keySet().stream().anyMatch(SocialThread::isShown)
                || (discussions != null
                        && discussions.threads().stream().anyMatch(thread -> isShown(thread.platform())));
        return any
                ? Place.of(item, discussions).stream()
                        .filter(place -> isShown(place.platform()))
                        .map(SocialThread::of)
                        .toList()
                : List.of();
    }

    private static boolean isShown(String platform) {
        return platform.equals("mastodon") || platform.equals("bluesky");
    }

    private static SocialThread of(Place place) {
        boolean bluesky = place.platform().equals("bluesky");
        String protocol = bluesky ? "atproto" : "activitypub";
        Matcher address = (bluesky ? BLUESKY : MASTODON).matcher(place.url());
        return address.matches()
                ? new SocialThread(protocol, place.url(), "@" + address.group(2), address.group(1))
                : new SocialThread(protocol, place.url(), null, null);
    }
}
