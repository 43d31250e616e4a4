package org.commitcast.notify.channel.slack;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.notify.channel.ChannelHttp;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;

/** What can be found out of a webhook without a post. None of the three says whether its channel takes one. */
final class ExistenceCheck {
    /** What Slack says of a message without text, once it has found the webhook. */
    private static final Set<String> NO_TEXT = Set.of("no_text", "missing_text_or_fallback_or_attachments");

    private static final byte[] EMPTY = "{\"text\":\"\"}".getBytes(StandardCharsets.UTF_8);

    private final ChannelHttp http;
    private final WebhookAnswers answers;

    ExistenceCheck(ChannelHttp http, WebhookAnswers answers) {
        this.http = http;
        this.answers = answers;
    }

    Outcome of(ChannelSettings channel, WebhookServer server) {
        return switch (server) {
            case SLACK -> slack(channel);
            case MATTERMOST -> mattermost(channel);
            case ROCKET_CHAT -> rocketChat(channel);
        };
    }

    private Outcome slack(ChannelSettings channel) {
        Answer answer = sendNothing(channel);
        return NO_TEXT.contains(answers.text(answer)) ? new Outcome.Delivered(null, null) : unexpected(channel, answer);
    }

    /** Mattermost looks at the text before it looks for the webhook. */
    private Outcome mattermost(ChannelSettings channel) {
        Answer answer = sendNothing(channel);
        return answers.text(answer).contains("web.incoming_webhook.text.app_error")
                ? new Outcome.Unknown(
                        "the server takes webhooks; whether it knows this one, Mattermost tells only when it is posted to")
                : unexpected(channel, answer);
    }

    /** Rocket.Chat would post an empty message, but can be asked for a webhook. */
    private Outcome rocketChat(ChannelSettings channel) {
        String info = channel.requireUrl().toString().replaceFirst("/hooks/(?!.*/hooks/)", "/hooks/info/");
        Answer answer = http.send(GuardedRequest.get(URI.create(info)));
        return answers.failure(channel, answer).isEmpty() && answers.isTaken(answer)
                ? new Outcome.Delivered(null, null)
                : unexpected(channel, answer);
    }

    private Answer sendNothing(ChannelSettings channel) {
        return http.send(GuardedRequest.post(channel.requireUrl(), "application/json", EMPTY));
    }

    private Outcome unexpected(ChannelSettings channel, Answer answer) {
        return answers.failure(channel, answer)
                .orElseGet(() -> new Outcome.Rejected("the address is not one of an incoming webhook", false));
    }
}
