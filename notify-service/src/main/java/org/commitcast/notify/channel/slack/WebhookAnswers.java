package org.commitcast.notify.channel.slack;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.notify.channel.ChannelHttp;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;

/** Slack answers in plain text with a word, Mattermost with an id in JSON, Rocket.Chat with a sentence in JSON. */
final class WebhookAnswers {
    /**
     * There is no such webhook or team any more, its channel was archived or removed, or an administrator forbids it:
     * {@code no_service}, {@code no_team}, {@code invalid_token}, {@code team_disabled}, {@code action_prohibited}, {@code
     * posting_to_general_channel_denied}, {@code channel_not_found}, {@code channel_is_archived}.
     */
    private static final Set<Integer> ENDS = Set.of(401, 403, 404, 410);

    /** The same with other statuses, such as 501 of a Mattermost whose webhooks were turned off. */
    private static final Pattern END = Pattern.compile(
            "\"web\\.incoming_webhook\\.(?:invalid|disabled|channel|channel_locked|permissions|user)\\.app_error\""
                    + "|Invalid integration id or token|invalid-channel|^(?:no_active_hooks|user_not_found)$");

    private final ChannelHttp http;

    WebhookAnswers(ChannelHttp http) {
        this.http = http;
    }

    /** What became of a request that was refused; empty where it was not. */
    Optional<Outcome> failure(ChannelSettings channel, Answer answer) {
        return http.failure(channel, answer).map(failure -> isEnd(answer) ? failure.asEnd() : failure);
    }

    /** Whether a success says what each of them says of a message that it took. */
    boolean isTaken(Answer answer) {
        return text(answer).equals("ok")
                || http.document(answer)
                        .filter(said -> said.path("success").asBoolean())
                        .isPresent();
    }

    String text(Answer answer) {
        return answer.handle(answered -> answered.body().text().strip(), refused -> "", failed -> "");
    }

    private boolean isEnd(Answer answer) {
        return answer.handle(
                answered -> ENDS.contains(answered.status())
                        || END.matcher(text(answer)).find(),
                refused -> false,
                failed -> false);
    }
}
