package org.commitcast.announcementtext;

import org.commitcast.contentevents.Kind;

/** What is said where nobody wrote a template. */
public final class DefaultTemplates {
    private static final AnnouncementTemplate EPISODE_IN_SHORT =
            AnnouncementTemplate.parse("New episode of {show}: {title} {url}");
    private static final AnnouncementTemplate POST_IN_SHORT =
            AnnouncementTemplate.parse("New on {show}: {title} {url}");

    private static final AnnouncementTemplate EPISODE = AnnouncementTemplate.parse(
            """
            New episode of {show}: {title}

            {summary}

            {url}

            {tags}
            """);
    private static final AnnouncementTemplate POST = AnnouncementTemplate.parse(
            """
            New on {show}: {title}

            {summary}

            {url}

            {tags}
            """);

    private DefaultTemplates() {}

    /** For a channel's type, for example {@code mastodon}, and the kind of item. */
    public static AnnouncementTemplate of(String channelType, Kind kind) {
        boolean roomy = channelType.equals("mastodon");
        return switch (kind) {
            case EPISODE -> roomy ? EPISODE : EPISODE_IN_SHORT;
            case POST -> roomy ? POST : POST_IN_SHORT;
        };
    }
}
