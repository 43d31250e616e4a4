package org.commitcast.notify.channel.slack;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.announcementtext.Markup;

/** Who takes a message; the form of a webhook's address tells it. They agree on where its text is, and on little else. */
enum WebhookServer {
    /** <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">Slack</a>. */
    SLACK(".*/services/[A-Za-z0-9]+/[A-Za-z0-9]+/[A-Za-z0-9]+/?") {
        @Override
        Markup markup() {
            return new Markup(ChatMarkup::escapedForSlack, ChatMarkup::linkForSlack);
        }
    },
    /** <a href="https://developers.mattermost.com/integrate/webhooks/incoming/">Mattermost</a>. */
    MATTERMOST(".*/hooks/[A-Za-z0-9]+/?") {
        @Override
        Markup markup() {
            return new Markup(ChatMarkup::escapedForMattermost, url -> url);
        }
    },
    /** <a href="https://docs.rocket.chat/docs/integrations">Rocket.Chat</a>. */
    ROCKET_CHAT(".*/hooks/[A-Za-z0-9]+/[^/]+(?:/[^/]+)?/?") {
        @Override
        Markup markup() {
            return new Markup(ChatMarkup::escapedForRocketChat, url -> url);
        }
    };

    private final Pattern address;

    WebhookServer(String address) {
        this.address = Pattern.compile(address);
    }

    /** Empty where the address is of none that we know. */
    static Optional<WebhookServer> of(URI webhook) {
        return Arrays.stream(values())
                .filter(server -> server.address.matcher(webhook.getRawPath()).matches())
                .findFirst();
    }

    /** How it takes text that is to be shown as it stands. */
    abstract Markup markup();
}
