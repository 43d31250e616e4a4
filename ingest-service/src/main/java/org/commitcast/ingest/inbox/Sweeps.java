package org.commitcast.ingest.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which repositories are to be looked at although nobody told of a push. */
@ApplicationScoped
public class Sweeps {
    /** Jitter, so that many sites do not ask one forge at one time. */
    private static final String TAKE = "update site_work w set next_look_at = now() + make_interval(secs =>"
            + " (case when s.webhook_secret is null then ? else ? end) * (0.85 + random() * 0.3))"
            + " from site s where s.name = w.site and not s.removed and w.site in (select site from site_work"
            + " where next_look_at <= now() and (next_attempt_at is null or next_attempt_at <= now())"
            + " order by next_look_at limit ? for update skip locked) returning w.site, w.seen_commit";

    private final AgroalDataSource database;

    Sweeps(AgroalDataSource database) {
        this.database = database;
    }

    /** Takes the sites whose turn it is; each is this caller's alone until its next turn. */
    @Transactional
    public List<Look> take(int most, Duration withoutWebhook, Duration withWebhook) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(TAKE)) {
            update.setDouble(1, withoutWebhook.toMillis() / 1000.0);
            update.setDouble(2, withWebhook.toMillis() / 1000.0);
            update.setInt(3, most);
            List<Look> looks = new ArrayList<>();
            try (ResultSet rows = update.executeQuery()) {
                while (rows.next()) {
                    looks.add(new Look(rows.getString(1), rows.getString(2)));
                }
            }
            return looks;
        }
    }

    /**
     * A site to look at.
     *
     * @param seenCommit what was there last time; absent where nothing was, or nobody looked
     */
    public record Look(String site, @Nullable String seenCommit) {}
}
