package org.commitcast.localstack.database;

import java.net.URI;
import java.nio.file.Path;
import org.commitcast.localstack.machine.SecretFile;
import org.commitcast.localstack.machine.StartFailure;

/** A PostgreSQL that runs elsewhere, in which the services' databases and roles are made. */
public final class GivenDatabase {

    private static final int DEFAULT_PORT = 5432;

    private final Path secrets;
    private final URI server;

    private GivenDatabase(Path secrets, URI server) {
        this.secrets = secrets;
        this.server = server;
    }

    /**
     * Makes what is missing on the server.
     *
     * @param url {@code postgresql://USER:PASSWORD@HOST:PORT} of a role that may make roles and databases
     * @param secrets the folder that keeps the services' own passwords
     */
    public static GivenDatabase prepare(String url, Path secrets) {
        GivenDatabase given = new GivenDatabase(secrets, parse(url));
        Databases databases = new Databases(given.maker());
        for (String name : DatabaseSettings.SERVICES) {
            databases.ensure(name, given.access(name).password());
        }
        return given;
    }

    private static URI parse(String url) {
        try {
            URI server = URI.create(url);
            boolean complete = "postgresql".equals(server.getScheme())
                    && server.getHost() != null
                    && server.getUserInfo() != null
                    && server.getUserInfo().contains(":");
            if (complete && (server.getQuery() != null || server.getPath().length() > 1)) {
                throw new StartFailure("--database names more than a server: leave out what follows the port,"
                        + " as in postgresql://USER:PASSWORD@HOST:PORT.");
            }
            if (complete) {
                return server;
            }
        } catch (IllegalArgumentException e) {
            // Not repeated: it may hold a password.
        }
        throw new StartFailure("--database does not name a server as postgresql://USER:PASSWORD@HOST:PORT.");
    }

    private DatabaseAccess maker() {
        String credentials = server.getUserInfo();
        int colon = credentials.indexOf(':');
        return new DatabaseAccess(url("postgres"), credentials.substring(0, colon), credentials.substring(colon + 1));
    }

    /** How the service of that name reaches its database. */
    public DatabaseAccess access(String name) {
        return new DatabaseAccess(url(name), name, SecretFile.token(secrets.resolve(name + ".password"), 24));
    }

    private String url(String database) {
        int port = server.getPort() < 0 ? DEFAULT_PORT : server.getPort();
        return "jdbc:postgresql://%s:%d/%s".formatted(server.getHost(), port, database);
    }
}
