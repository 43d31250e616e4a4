package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.commitcast.contentevents.ContentSnapshot;

/** What tests of whole flows have in common to say. */
@QuarkusTestResource(Backends.class)
interface NotifyFlow {
    Duration SOON = Duration.ofSeconds(60);

    static void awaitStatus(ContentSnapshot item, String status) {
        await().atMost(SOON).untilAsserted(() -> assertThat(Admin.statusOf(item.contentId()))
                .isEqualTo(status));
    }

    /** Nothing is saved before the service has read its own topics, which after a start may take a while. */
    static void create(String channel, String body) {
        await().atMost(SOON).untilAsserted(() -> Admin.putChannel(channel, body).statusCode(201));
    }

    static String logChannel(SampleShow show) {
        String channel = "log-" + show.incarnation;
        create(channel, "{\"type\":\"log\",\"sites\":[\"" + show.site + "\"]}");
        return channel;
    }

    /** Silences a channel that logs, or lets it speak again. */
    static void pause(String channel, SampleShow show, boolean paused) {
        Admin.putChannel(channel, "{\"type\":\"log\",\"sites\":[\"" + show.site + "\"],\"paused\":" + paused + "}")
                .statusCode(200);
    }

    static String mastodonChannel(SampleShow show, MastodonStandIn mastodon) {
        String channel = "mastodon-" + show.incarnation;
        create(
                channel,
                """
                {"type":"mastodon","sites":["%s"],"url":"%s","token":"%s"}"""
                        .formatted(show.site, mastodon.url(), MastodonStandIn.TOKEN));
        return channel;
    }

    static String webhookChannel(SampleShow show, WebhookStandIn receiver) {
        String channel = "webhook-" + show.incarnation;
        create(
                channel,
                """
                {"type":"webhook","sites":["%s"],"url":"%s/hook","secret":"%s"}"""
                        .formatted(show.site, receiver.url(), WebhookStandIn.SECRET));
        return channel;
    }

    /** The attempt that follows one that failed is due now, unless the pause has ended by itself. */
    static void endPause(DataSource dataSource, ContentSnapshot item) {
        await().atMost(SOON)
                .until(() -> plan(dataSource, item, "0 seconds") == 1
                        || Admin.statusOf(item.contentId()).equals("SENT"));
    }

    /** The attempt that follows one that failed is due so long from now. */
    static void planAttempt(DataSource dataSource, ContentSnapshot item, String from) {
        await().atMost(SOON).until(() -> plan(dataSource, item, from) == 1);
    }

    private static int plan(DataSource dataSource, ContentSnapshot item, String from) {
        String sql = "update announcement set next_attempt_at = now() + interval '" + from
                + "' where attempts > 0 and status = 'PENDING' and content_id = ?";
        return change(dataSource, sql, item.contentId());
    }

    /** Lets time pass, or a process die, as the database would show it. */
    static int change(DataSource dataSource, String sql, String contentId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, contentId);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Returns once a statement of somebody on this table waits for a lock, or there is nothing to wait for. */
    static void awaitBlocked(DataSource dataSource, String table, BooleanSupplier over) {
        String sql = "select count(*) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock' and query like ?";
        await().atMost(SOON).until(() -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement count = connection.prepareStatement(sql)) {
                count.setString(1, "%" + table + "%");
                try (ResultSet counted = count.executeQuery()) {
                    return over.getAsBoolean() || (counted.next() && counted.getLong(1) > 0);
                }
            }
        });
    }
}
