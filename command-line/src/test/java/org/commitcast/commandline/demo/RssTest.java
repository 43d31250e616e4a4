package org.commitcast.commandline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RssTest {

    @Test
    void readsWhatTheStoryShows() {
        Rss feed = Rss.parse(
                """
                <rss version="2.0"><channel><title>Show</title>
                  <item><title>Two &amp; a half</title><guid>2</guid><comments>https://c.example/</comments></item>
                  <item><title>One</title></item>
                </channel></rss>
                """);

        assertThat(feed.items())
                .containsExactly(new Rss.Item("Two & a half", "2", "https://c.example/"), new Rss.Item("One", "", ""));
    }

    @Test
    void refusesEntities() {
        assertThatThrownBy(() -> Rss.parse("<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss>&a;</rss>"))
                .isInstanceOf(DemoFailure.class);
    }
}
