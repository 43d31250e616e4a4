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
    /**
     * A secret of its own that holds, or deliveries all the same: of an organisation's hook, or unsigned ones. Those of
     * long ago say nothing of a hook that is there today.
     */
    private static final String TOLD = "(exists (select 1 from site_secret s where s.site = w.site"
            + " and s.purpose like 'webhook%' and (s.not_after is null or s.not_after > now()))"
            + " or exists (select 1 from delivery d where d.site = w.site"
            + " and d.received_at > now() - interval '30 days' and d.source not in " + OwnSource.sql() + "))";
    /**
     * With jitter, so that many sites do not ask one forge at one time; without what has failed, which is tried again by
     * itself and would keep the others waiting.
     */
    private static final String TAKE = "update site_work w set next_look_at = now() + make_interval(secs => (case when "
            + TOLD + " then ? else ? end) * (1 + ? * (2 * random() - 1)))"
            + " where w.site in (select site from site_work"
            + " where next_look_at <= now() and failures = 0"
            + " order by next_look_at limit ? for update skip locked) returning w.site, w.seen_commit, " + TOLD;

    private final AgroalDataSource database;

    Sweeps(AgroalDataSource database) {
        this.database = database;
    }

    /** Takes the sites whose turn it is; each is this caller's alone until its next turn. */
    @Transactional
    public List<Look> take(int most, Rhythm rhythm) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(TAKE)) {
            update.setDouble(1, rhythm.withWebhook().toMillis() / 1000.0);
            update.setDouble(2, rhythm.withoutWebhook().toMillis() / 1000.0);
            update.setDouble(3, rhythm.jitter());
            update.setInt(4, most);
            List<Look> looks = new ArrayList<>();
            try (ResultSet rows = update.executeQuery()) {
                while (rows.next()) {
                    looks.add(new Look(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
                }
            }
            return looks;
        }
    }

    /**
     * A site to look at.
     *
     * @param seenCommit what was there last time; absent where nothing was, or nobody looked
     * @param told whether webhooks tell of its pushes
     */
    public record Look(String site, @Nullable String seenCommit, boolean told) {}

    /**
     * How often is looked.
     *
     * @param jitter what part of the time is left to chance, 0 to 1
     */
    public record Rhythm(Duration withWebhook, Duration withoutWebhook, double jitter) {}
}
