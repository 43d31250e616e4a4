package org.commitcast.eventtransport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/** The right to relay, held by one instance at a time, by the database's clock. */
@ApplicationScoped
class RelayLease {
    private static final String NAME = "relay";

    private final DataSource dataSource;
    private final Duration length;
    private final String holder = UUID.randomUUID().toString();

    RelayLease(DataSource dataSource, TransportConfig config) {
        this.dataSource = dataSource;
        this.length = config.relayLease();
    }

    /** How long it may go without renewal. */
    Duration length() {
        return length;
    }

    /** Takes it where it is free or expired, renews it where it is ours. */
    boolean takeOrRenew() throws SQLException {
        String sql =
                """
                insert into relay_lease (name, holder, expires_at)
                values (?, ?, now() + ? * interval '1 millisecond')
                on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
                where relay_lease.holder = excluded.holder or relay_lease.expires_at < now()""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, NAME);
            upsert.setString(2, holder);
            upsert.setLong(3, length.toMillis());
            return upsert.executeUpdate() == 1;
        }
    }

    void release() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from relay_lease where name = ? and holder = ?")) {
            delete.setString(1, NAME);
            delete.setString(2, holder);
            delete.executeUpdate();
        }
    }
}
