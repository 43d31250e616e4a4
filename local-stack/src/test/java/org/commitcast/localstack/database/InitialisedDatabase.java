package org.commitcast.localstack.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commitcast.localstack.machine.Folders;

/** The folder of a database that was started once and stopped: copied in a moment, where making one takes seconds. */
public final class InitialisedDatabase {

    private static final Path ORIGINAL = make();

    private InitialisedDatabase() {}

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("commitcast-initialised");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "initialised database goes"));
            EmbeddedDatabase.start(DatabaseSettings.in(folder).notDurable()).close();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            // A temporary folder is left to the system.
        }
    }

    /** Makes {@code folder} its copy, owners and permissions included. */
    public static void copyTo(Path folder) {
        try {
            Files.createDirectories(folder);
            Process copy = new ProcessBuilder("cp", "-a", ORIGINAL + "/.", folder.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(copy.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (copy.waitFor() != 0) {
                throw new IllegalStateException("the initialised database cannot be copied: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
