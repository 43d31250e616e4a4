package org.commitcast.notify.submission;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The platforms' own forms for a submission, filled in by their address. */
final class SubmitForms {
    private SubmitForms() {}

    /**
     * Empty where the platform's form cannot be addressed without more.
     *
     * @param community as a site says it; absent where it says none, or the platform has none
     */
    static Optional<URI> of(String platform, @Nullable String community, String url, String title) {
        String link = "url=" + encoded(url) + "&title=" + encoded(title);
        String text = encoded(title + " " + url);
        String address =
                switch (platform) {
                    case "reddit" ->
                        "https://www.reddit.com/" + (community == null ? "" : "r/" + community + "/") + "submit?"
                                + link;
                    case "hackernews" ->
                        "https://news.ycombinator.com/submitlink?u=" + encoded(url) + "&t=" + encoded(title);
                    case "lobsters" -> "https://lobste.rs/stories/new?" + link;
                    case "bluesky" -> "https://bsky.app/intent/compose?text=" + text;
                    // These have any number of servers.
                    case "lemmy" -> community == null ? null : "https://" + server(community) + "/create_post?" + link;
                    case "mastodon" -> community == null ? null : "https://" + community + "/share?text=" + text;
                    default -> null;
                };
        return Optional.ofNullable(address).map(URI::create);
    }

    private static String server(String community) {
        return community.substring(community.indexOf('@') + 1);
    }

    /** As a query has it: a plus sign is a blank to some and a plus sign to others. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
