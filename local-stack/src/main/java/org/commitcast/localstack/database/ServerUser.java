package org.commitcast.localstack.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commitcast.localstack.machine.Programs;
import org.commitcast.localstack.machine.StartFailure;

/** As whom PostgreSQL runs: it refuses to run as root. */
enum ServerUser {
    /** As ourselves. */
    SELF(""),
    /** We are root: in a user namespace of its own the server sees itself as nobody, outside it stays root. */
    NAMESPACE("unshare -U"),
    /** We are root where user namespaces are switched off, as in many containers: as the real nobody. */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private static final int NOBODY_ID = 65534;

    private final String prefix;

    ServerUser(String prefix) {
        this.prefix = prefix;
    }

    static ServerUser here() {
        if (new UnixSystem().getUid() != 0) {
            return SELF;
        }
        for (ServerUser candidate : List.of(NAMESPACE, NOBODY)) {
            if (Programs.succeeds(candidate.command("true"))) {
                return candidate;
            }
        }
        throw new StartFailure("PostgreSQL does not run as root, and this machine lets root start it neither by"
                + " unshare nor by setpriv: run commitcast as another user, or give a database with --database.");
    }

    List<String> command(String program, String... arguments) {
        List<String> words = new ArrayList<>(prefix.isEmpty() ? List.of() : List.of(prefix.split(" ")));
        words.add(program);
        words.addAll(List.of(arguments));
        return words;
    }

    /** Where PostgreSQL's programs may be unpacked to; the first that can be written is taken. */
    List<Path> binaryFolders(Path dataFolder) {
        Path beside = dataFolder.resolve("programs");
        // Nobody may not enter our home.
        return this == NOBODY ? List.of(beside) : List.of(cache(), beside);
    }

    private static Path cache() {
        String given = System.getenv("XDG_CACHE_HOME");
        Path caches =
                given == null || given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return caches.resolve("commitcast");
    }

    /** Lets the server's user pass through the folders of temporary files that lead to its own. */
    void passThrough(Path folder) throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        Path above = folder.toAbsolutePath().getParent();
        while (this == NOBODY && above != null && above.startsWith(temporary) && !above.equals(temporary)) {
            Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(above));
            if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
                Files.setPosixFilePermissions(above, permissions);
            }
            above = above.getParent();
        }
    }

    /** Makes the folder and what is in it belong to the server. */
    void own(Path folder) {
        if (this != NOBODY) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.toList()) {
                Files.setAttribute(path, "unix:uid", NOBODY_ID);
                Files.setAttribute(path, "unix:gid", NOBODY_ID);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
