package org.commitcast.notify.channel.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.commitcast.notify.channel.Announcement;
import org.commitcast.notify.channel.Announcer;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;
import org.jboss.logging.Logger;

/** Writes announcements to the service's log. */
@ApplicationScoped
class LogAnnouncer implements Announcer {
    private static final Logger LOG = Logger.getLogger(LogAnnouncer.class);

    @Override
    public String type() {
        return "log";
    }

    @Override
    public boolean servesMaintainers() {
        return true;
    }

    @Override
    public Outcome announce(ChannelSettings channel, Announcement announcement) {
        LOG.infof(
                "announced (channel=%s site=%s item=%s): %s",
                channel.name(), announcement.item().site(), announcement.item().contentId(), announcement.text());
        // Whoever made this channel one for maintainers wants the pages' addresses here.
        announcement.submissions().stream()
                .filter(submission -> submission.page() != null)
                .forEach(submission -> LOG.infof(
                        "thread's address wanted until %s (channel=%s site=%s item=%s platform=%s): %s",
                        submission.expiresAt(),
                        channel.name(),
                        announcement.item().site(),
                        announcement.item().contentId(),
                        submission.platform(),
                        submission.page()));
        return new Outcome.Delivered(null, null);
    }

    @Override
    public Outcome test(ChannelSettings channel) {
        LOG.infof("test (channel=%s)", channel.name());
        return new Outcome.Delivered(null, null);
    }

    @Override
    public List<String> complaints(ChannelSettings channel) {
        return List.of();
    }
}
