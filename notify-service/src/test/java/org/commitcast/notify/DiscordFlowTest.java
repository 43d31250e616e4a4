package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.commitcast.contentevents.ContentSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DiscordFlowTest implements NotifyFlow {
    private final DiscordStandIn discord = new DiscordStandIn();
    private final SampleShow show = SampleShow.ungated();
    private final String channel = "discord-" + show.incarnation;

    @AfterEach
    void stop() {
        discord.close();
    }

    @Test
    void postsOnce() {
        NotifyFlow.create(channel, definition("\"" + discord.webhook() + "\""));
        ContentSnapshot episode = show.episode("Sharp_chisels");

        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENT");

        assertThat(discord.posts()).containsExactly("New episode of Lathe Talk: Sharp\\_chisels " + episode.url());
    }

    @Test
    void neverShowsTheAddressThatItKeeps() {
        NotifyFlow.create(channel, definition("\"" + discord.webhook() + "\""));

        Admin.call()
                .get("/api/v1/channels/" + channel)
                .then()
                .body(not(containsString("s3cret-T0ken_x")))
                .body("url", equalTo(discord.url()))
                .body("hasSecret", equalTo(true));
        Admin.putChannel(channel, definition("null")).statusCode(200);
        Admin.call().post("/api/v1/channels/" + channel + "/test").then().body("ok", equalTo(true));
    }

    @Test
    void saysAllThatIsWrongWithADefinition() {
        String wrong =
                """
                {"type":"discord","sites":"all","url":"https://127.0.0.1/hook","secret":"x","settings":{"chat":"y"}}""";

        await().atMost(SOON)
                .untilAsserted(() -> Admin.putChannel(channel, wrong).statusCode(400));
        Admin.putChannel(channel, wrong)
                .body("errors.field", hasItem("secret"))
                .body("errors.field", hasItem("settings.chat"))
                .body("errors.detail", hasItem(containsString("webhook's address as Discord gives it")));
    }

    private String definition(String url) {
        return """
                {"type":"discord","sites":["%s"],"url":%s}""".formatted(show.site, url);
    }
}
