package org.commitcast.feed.serving;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Documents on local disk, one file each, so that a restart serves them before the database and Kafka are there. A copy:
 * what is damaged or cannot be written costs nothing but that head start.
 */
@ApplicationScoped
class DocumentFiles {
    private static final Logger LOG = Logger.getLogger(DocumentFiles.class);
    private static final String ENDING = ".document";
    private static final String DRAFT = ".new";
    /** Of copies that versions wrote which knew feeds alone. */
    private static final String FORMER_ENDING = ".feed";
    /** Of folders: of the site, of an item's documents, of the item. */
    private static final int DEPTH = 4;

    private final Path folder;

    DocumentFiles(ServingConfig config) {
        folder = config.data().resolve("feeds");
    }

    /** Writes the document's state: completely or not at all. */
    void keep(ServedDocument document) {
        DocumentKey key = document.key();
        if (!key.isSafe()) {
            return;
        }
        Path place = folder.resolve(key.site()).resolve(key.file() + ENDING);
        try {
            Path around = Files.createDirectories(place.resolveSibling(""));
            Path draft = Files.createTempFile(around, "document", DRAFT);
            try {
                write(document, draft);
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            LOG.warnf(e, "document is not kept on disk (site %s, file %s)", key.site(), key.file());
        }
    }

    private static void write(ServedDocument document, Path draft) throws IOException {
        try (OutputStream out = Files.newOutputStream(draft)) {
            out.write(FileHead.of(document).getBytes(StandardCharsets.UTF_8));
            DocumentBody body = document.body();
            if (body != null) {
                out.write(body.gzip());
            }
        }
    }

    /** All documents that were kept whole. */
    List<ServedDocument> load() {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try {
                Files.walkFileTree(folder, Set.of(), DEPTH, new Collector(files));
            } catch (IOException e) {
                LOG.warnf(e, "documents on disk cannot be read (%s)", folder);
            }
        }
        return files.stream().map(this::load).flatMap(Optional::stream).toList();
    }

    /** A folder that cannot be read costs the documents in it, and no others. */
    private static final class Collector extends SimpleFileVisitor<Path> {
        private final List<Path> files;

        Collector(List<Path> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
            if (about.isRegularFile()) {
                files.add(file);
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

    private Optional<ServedDocument> load(Path file) {
        String name = file.toString();
        if (name.endsWith(DRAFT) || name.endsWith(FORMER_ENDING)) {
            // Whoever wrote it was stopped, or knew feeds alone.
            delete(file);
        }
        boolean ours = name.endsWith(ENDING) && folder.relativize(file).getNameCount() > 1;
        return ours ? read(file) : Optional.empty();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("unusable copy stays on disk (%s): %s", file, e.getMessage());
        }
    }

    private Optional<ServedDocument> read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n');
            if (end < 0) {
                throw new IOException("it has no head");
            }
            DocumentBody body = end + 1 == bytes.length
                    ? null
                    : DocumentBody.ofGzip(Arrays.copyOfRange(bytes, end + 1, bytes.length));
            return Optional.of(FileHead.read(key(file), new String(bytes, 0, end, StandardCharsets.UTF_8), body));
        } catch (IOException e) {
            LOG.warnf("document on disk is damaged and left aside (%s): %s", file, e.getMessage());
            return Optional.empty();
        }
    }

    private DocumentKey key(Path file) {
        Path place = folder.relativize(file);
        String below = place.subpath(1, place.getNameCount()).toString().replace(File.separatorChar, '/');
        return new DocumentKey(place.getName(0).toString(), below.substring(0, below.length() - ENDING.length()));
    }
}
