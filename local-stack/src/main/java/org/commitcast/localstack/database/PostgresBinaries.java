package org.commitcast.localstack.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.commitcast.localstack.machine.Folders;
import org.commitcast.localstack.machine.Reasons;
import org.commitcast.localstack.machine.StartFailure;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's programs, unpacked once per version from the jar that carries them. */
final class PostgresBinaries {

    private static @Nullable String known;

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks into the first of the folders that can be written to; what is there already is used. */
    static PostgresBinaries unpacked(List<Path> folders) {
        String name = name();
        IOException last = null;
        for (Path folder : folders) {
            try {
                return new PostgresBinaries(unpack(folder, name));
            } catch (IOException e) {
                last = e;
            }
        }
        throw new StartFailure(
                "PostgreSQL's programs cannot be unpacked into any of %s (%s)."
                        .formatted(folders, last == null ? "no folder" : Reasons.of(last)),
                last);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static Path unpack(Path folder, String name) throws IOException {
        Path home = folder.resolve(name);
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(folder);
        // Elsewhere first, then renamed: another process may do the same, or be killed half way.
        Path draft = Files.createTempDirectory(folder, name + ".new");
        TarArchive.unpack(archive(), draft);
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(draft);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
        return home;
    }

    /** Asked for once: to read the archive through takes longer than to start a server. */
    private static synchronized String name() {
        if (known == null) {
            known = "postgresql-" + fingerprint(archive());
        }
        return known;
    }

    private static byte[] archive() {
        String system = system();
        String machine = machine();
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            if (in != null) {
                return in.readAllBytes();
            }
        } catch (IOException | IllegalStateException e) {
            throw missing(system, machine, e);
        }
        throw missing(system, machine, null);
    }

    private static StartFailure missing(String system, String machine, @Nullable Exception cause) {
        return new StartFailure(
                "There is no embedded PostgreSQL for %s on %s: give a database with --database."
                        .formatted(system, machine),
                cause);
    }

    private static String system() {
        String name = System.getProperty("os.name", "");
        return name.startsWith("Mac") ? "Darwin" : name;
    }

    /** The archives' names say x86_64 where Java says amd64. */
    private static String machine() {
        String name = System.getProperty("os.arch", "");
        return name.equals("amd64") ? "x86_64" : name;
    }

    private static String fingerprint(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
