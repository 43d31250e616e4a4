package org.commitcast.notify.discussion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.commitcast.contentevents.AnnouncementState;
import org.commitcast.notify.address.ThreadAddress;
import org.commitcast.notify.announcement.AnnouncementPosted;
import org.commitcast.notify.announcement.LedgerRow;
import org.commitcast.notify.channel.ChannelRow;
import org.commitcast.notify.channel.Channels;

/** What we post where people answer is a thread from that moment on, and as long as it is there. */
@ApplicationScoped
class AnnouncementThreads {
    private final Discussions discussions;
    private final Channels channels;

    AnnouncementThreads(Discussions discussions, Channels channels) {
        this.discussions = discussions;
        this.channels = channels;
    }

    void posted(@Observes AnnouncementPosted posted) {
        AnnouncementState announcement = posted.announcement();
        if (!announcement.kind().equals(LedgerRow.NEW)) {
            return;
        }
        DiscussedItem item =
                new DiscussedItem(announcement.site(), announcement.incarnation(), announcement.contentId());
        if (!posted.there()) {
            discussions.takenBack(item, posted.url());
        } else if (channels.findByIdOptional(announcement.channel())
                .filter(ChannelRow::isPublic)
                .isPresent()) {
            platform(announcement.channelType(), posted.url())
                    .ifPresent(platform -> discussions.announced(item, platform, posted.url()));
        }
    }

    /** Where people can answer; empty where they cannot, or the address leads nowhere. */
    private static Optional<String> platform(String channelType, String url) {
        String platform = ThreadAddress.of(url).platform();
        if (!isAddress(url)) {
            return Optional.empty();
        }
        // Servers that speak a platform's protocol may have addresses of their own.
        return Optional.of(ThreadAddress.isPlatform(platform) ? platform : channelType)
                .filter(ThreadAddress::isPlatform);
    }

    /** A remote server's word may be anything; what it was sent with must be settled all the same. */
    private static boolean isAddress(String url) {
        try {
            URI address = new URI(url);
            return address.getHost() != null
                    && String.valueOf(address.getScheme()).matches("(?i)https?");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
