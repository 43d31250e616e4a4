package org.commitcast.notify.channel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.commitcast.adminapi.secret.SealedSecrets;
import org.jspecify.annotations.Nullable;

/** The defined channels. */
@ApplicationScoped
public class Channels implements PanacheRepositoryBase<ChannelRow, String> {
    private final SealedSecrets secrets;
    private final Announcers announcers;
    private final Event<ChannelChanged> changed;

    Channels(SealedSecrets secrets, Announcers announcers, Event<ChannelChanged> changed) {
        this.secrets = secrets;
        this.announcers = announcers;
        this.changed = changed;
    }

    /** Has a channel send nothing more until somebody saves it again. */
    public void disable(String channel, String reason) {
        findByIdOptional(channel).ifPresent(row -> {
            row.disabledReason = reason;
            changed.fire(new ChannelChanged(row));
        });
    }

    /** A channel with its secret opened, for its backend. */
    public ChannelSettings settings(ChannelRow channel) {
        boolean secretIsAddress =
                announcers.of(channel.type).map(Announcer::addressIsSecret).orElse(false);
        return channel.settings(opened(channel), secretIsAddress);
    }

    @Nullable String opened(ChannelRow channel) {
        return channel.secret == null ? null : secrets.open(row(channel), channel.secret);
    }

    void setSecret(ChannelRow channel, @Nullable String secret) {
        channel.secret = secret == null ? null : secrets.seal(row(channel), secret);
    }

    private static String row(ChannelRow channel) {
        return "channel/" + channel.name;
    }
}
