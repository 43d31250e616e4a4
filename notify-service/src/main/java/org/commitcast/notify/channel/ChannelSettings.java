package org.commitcast.notify.channel;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel as a backend needs it. Its text form holds no secret.
 *
 * @param url where it posts to; absent for channels that need none
 * @param secret a token or a signing secret
 * @param visibility as the platform calls it
 * @param settings those that only its type has, by their names
 */
public record ChannelSettings(
        String name,
        String type,
        @Nullable URI url,
        @Nullable String secret,
        @Nullable String visibility,
        Map<String, String> settings) {

    public ChannelSettings {
        settings = Map.copyOf(settings);
    }

    /** One of the settings of its type. */
    public Optional<String> setting(String setting) {
        return Optional.ofNullable(settings.get(setting));
    }

    /** A setting, for channels that have been checked to have it. */
    public String requireSetting(String setting) {
        return setting(setting).orElseThrow(() -> new IllegalStateException("channel " + name + " has no " + setting));
    }

    /** The address, for channels that have been checked to have one. */
    public URI requireUrl() {
        if (url == null) {
            throw new IllegalStateException("channel " + name + " has no url");
        }
        return url;
    }

    /** The secret, for channels that have been checked to have one. */
    public String requireSecret() {
        if (secret == null) {
            throw new IllegalStateException("channel " + name + " has no secret");
        }
        return secret;
    }

    @Override
    public String toString() {
        return type + " channel " + name;
    }
}
