package org.commitcast.feed.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Rows on their way into one multi-row statement, as PostgreSQL arrays: a poll of 500 is one round trip. */
final class Columns<T> {
    private final Connection connection;
    private final PreparedStatement statement;
    private final List<T> rows;
    private int next = 1;

    Columns(Connection connection, PreparedStatement statement, Collection<T> rows) {
        this.connection = connection;
        this.statement = statement;
        this.rows = List.copyOf(rows);
    }

    Columns<T> add(String type, Function<T, Object> value) throws SQLException {
        statement.setArray(
                next++, connection.createArrayOf(type, rows.stream().map(value).toArray()));
        return this;
    }

    Columns<T> addBytes(Function<T, byte[]> value) throws SQLException {
        statement.setArray(
                next++,
                connection.createArrayOf("bytea", rows.stream().map(value).toArray(byte[][]::new)));
        return this;
    }
}
