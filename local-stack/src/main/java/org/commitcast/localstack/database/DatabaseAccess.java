package org.commitcast.localstack.database;

import java.net.URI;

/**
 * How one service reaches its database.
 *
 * @param url a JDBC URL without credentials
 */
public record DatabaseAccess(String url, String user, String password) {

    /** Host and port of the server. */
    public String server() {
        return URI.create(url.substring("jdbc:".length())).getAuthority();
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
