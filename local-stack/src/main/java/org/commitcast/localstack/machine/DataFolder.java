package org.commitcast.localstack.machine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder in which a stack keeps everything, held by one stack at a time. */
public final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** Creates the folder if needed and holds it until closed; the system lets go of it when this process dies. */
    public static DataFolder hold(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            FileChannel lockFile =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(lockFile) == null) {
                lockFile.close();
                throw new StartFailure(
                        "The data folder %s is in use by another commitcast: stop that one, or give another folder with --data."
                                .formatted(root));
            }
            return new DataFolder(root, lockFile);
        } catch (IOException e) {
            throw new StartFailure(
                    "The data folder %s cannot be written to (%s): give another one with --data."
                            .formatted(root, Reasons.of(e)),
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    /** The folder of that name in it, created if needed. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new StartFailure(
                    "The data folder %s cannot be written to (%s): give another one with --data."
                            .formatted(root, Reasons.of(e)),
                    e);
        }
    }

    public Path root() {
        return root;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException ignored) {
            // The lock goes with the process at the latest.
        }
    }
}
