package org.commitcast.notify.channel.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commitcast.announcementtext.TextForm;
import org.commitcast.announcementtext.TextLimit;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.notify.channel.Announcement;
import org.commitcast.notify.channel.Announcer;
import org.commitcast.notify.channel.ChannelHttp;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;

/** Posts by an incoming webhook of Slack, Mattermost or Rocket.Chat. Whoever has its address may post: it is a secret. */
@ApplicationScoped
class SlackAnnouncer implements Announcer {
    /** From there on Slack makes several messages of one, and Mattermost and Rocket.Chat take not much more. */
    private static final TextLimit LIMIT = TextLimit.utf16(4000);

    private final ChannelHttp http;
    private final WebhookAnswers answers;
    private final ExistenceCheck existence;
    private final ObjectMapper json = new ObjectMapper();

    SlackAnnouncer(ChannelHttp http) {
        this.http = http;
        this.answers = new WebhookAnswers(http);
        this.existence = new ExistenceCheck(http, answers);
    }

    @Override
    public String type() {
        return "slack";
    }

    @Override
    public boolean addressIsSecret() {
        return true;
    }

    @Override
    public TextForm form(ChannelSettings channel) {
        return new TextForm(LIMIT, server(channel).markup());
    }

    @Override
    public Outcome announce(ChannelSettings channel, Announcement announcement) {
        ObjectNode message = json.createObjectNode().put("text", announcement.text());
        if (server(channel) == WebhookServer.SLACK) {
            // Its marks cannot be escaped, only turned off; and cards of pages are made only where they are asked for.
            message.put("mrkdwn", false).put("unfurl_links", true);
        }
        byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
        Answer answer = http.send(GuardedRequest.post(channel.requireUrl(), "application/json", body));
        return answers.failure(channel, answer)
                .orElseGet(() -> answers.isTaken(answer)
                        ? new Outcome.Delivered(null, null)
                        // For example a proxy's page with status 200.
                        : new Outcome.Unknown("the answer is not one of an incoming webhook"));
    }

    @Override
    public Outcome test(ChannelSettings channel) {
        return existence.of(channel, server(channel));
    }

    @Override
    public List<String> complaints(ChannelSettings channel) {
        URI url = channel.url();
        if (url == null) {
            return List.of("url is needed: the webhook's address, such as https://hooks.slack.com/services/…");
        }
        return WebhookServer.of(url).isPresent()
                ? List.of()
                : List.of("url must be an incoming webhook's address as Slack (.../services/T…/B…/…), Mattermost"
                        + " (.../hooks/…) or Rocket.Chat (.../hooks/…/…) gives it");
    }

    private static WebhookServer server(ChannelSettings channel) {
        return WebhookServer.of(channel.requireUrl())
                .orElseThrow(() -> new IllegalStateException("channel " + channel.name() + " has another address"));
    }
}
