package org.commitcast.ingest.receipt;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Whose receipt. */
record CommitKey(String site, String incarnation, String commit) {

    /** Sets the first three parameters. */
    void fill(PreparedStatement select) throws SQLException {
        select.setString(1, site);
        select.setString(2, incarnation);
        select.setString(3, commit);
    }
}
