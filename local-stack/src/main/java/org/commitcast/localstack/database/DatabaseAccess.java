package org.commitcast.localstack.database;

/**
 * How one service reaches its database.
 *
 * @param url a JDBC URL without credentials
 */
public record DatabaseAccess(String url, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
