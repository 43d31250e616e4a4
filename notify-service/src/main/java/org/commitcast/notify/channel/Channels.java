package org.commitcast.notify.channel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.commitcast.adminapi.secret.SealedSecrets;
import org.jspecify.annotations.Nullable;

/** The defined channels. */
@ApplicationScoped
public class Channels implements PanacheRepositoryBase<ChannelRow, String> {
    private final SealedSecrets secrets;

    Channels(SealedSecrets secrets) {
        this.secrets = secrets;
    }

    /** A channel with its secret opened, for its backend. */
    public ChannelSettings settings(ChannelRow channel) {
        return channel.settings(channel.secret == null ? null : secrets.open(row(channel), channel.secret));
    }

    void setSecret(ChannelRow channel, @Nullable String secret) {
        channel.secret = secret == null ? null : secrets.seal(row(channel), secret);
    }

    private static String row(ChannelRow channel) {
        return "channel/" + channel.name;
    }
}
