package org.commitcast.feed.serving;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The files in a folder of documents. A folder in it that cannot be read costs what is in that, and nothing else. */
final class FilesBelow extends SimpleFileVisitor<Path> {
    private static final Logger LOG = Logger.getLogger(FilesBelow.class);
    /** Of folders: of the site, of its items, of the item, and the file. */
    private static final int DEPTH = 4;

    private final List<Found> files = new ArrayList<>();

    /**
     * A file.
     *
     * @param size in bytes
     */
    record Found(Path path, long size) {}

    private FilesBelow() {}

    static List<Found> of(Path folder) {
        FilesBelow found = new FilesBelow();
        if (Files.isDirectory(folder)) {
            try {
                Files.walkFileTree(folder, Set.of(), DEPTH, found);
            } catch (IOException e) {
                LOG.warnf(e, "documents on disk cannot be read (%s)", folder);
            }
        }
        return found.files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
        if (about.isRegularFile()) {
            files.add(new Found(file, about.size()));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
        LOG.warnf("documents on disk cannot be read (%s): %s", file, why.getMessage());
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path place, @Nullable IOException why) {
        return FileVisitResult.CONTINUE;
    }
}
