package org.commitcast.feed.serving;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Documents on local disk, one file each: so that bodies need not be in memory, and a restart serves them before the
 * database and Kafka are there. Copies: what is damaged or cannot be written is read from where it is kept for good.
 */
@ApplicationScoped
class DocumentFiles {
    private static final Logger LOG = Logger.getLogger(DocumentFiles.class);
    private static final String ENDING = ".document";
    private static final String DRAFT = ".new";
    /** Of copies that versions wrote which knew feeds alone. */
    private static final String FORMER_ENDING = ".feed";
    /** A head is shorter, whatever its links; what has none is not read to its end. */
    private static final int LONGEST_HEAD = 16 * 1024;

    private static final int TYPICAL_HEAD = 512;

    private final Path folder;

    DocumentFiles(ServingConfig config) {
        folder = config.data().resolve("feeds");
    }

    /** Writes the document: completely or not at all. */
    void keep(WholeDocument document) {
        DocumentKey key = document.head().key();
        if (!key.isSafe()) {
            return;
        }
        Path place = place(key);
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

    private static void write(WholeDocument document, Path draft) throws IOException {
        try (OutputStream out = Files.newOutputStream(draft)) {
            out.write(FileHead.of(document.head()).getBytes(StandardCharsets.UTF_8));
            DocumentBody body = document.body();
            if (body != null) {
                out.write(body.gzip());
            }
        }
    }

    /**
     * The body of exactly this state of a document.
     *
     * @throws IOException where it is not there, or not whole
     */
    DocumentBody read(ServedDocument document) throws IOException {
        if (!document.key().isSafe()) {
            throw new IOException("it has no copy");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(place(document.key())), TYPICAL_HEAD)) {
            readLine(in);
            DocumentBody body = DocumentBody.ofGzip(in.readAllBytes());
            if (!body.facts().equals(document.body())) {
                throw new IOException("its content is not what its head says");
            }
            return body;
        }
    }

    /** Tells all documents that are here, as their heads say; from several threads. */
    void load(Consumer<ServedDocument> found) {
        FilesBelow.of(folder).parallelStream().forEach(file -> head(file).ifPresent(found));
    }

    private Optional<ServedDocument> head(FilesBelow.Found found) {
        Path file = found.path();
        String name = file.toString();
        if (name.endsWith(DRAFT) || name.endsWith(FORMER_ENDING)) {
            // Whoever wrote it was stopped, or knew feeds alone.
            delete(file);
        }
        if (!name.endsWith(ENDING) || folder.relativize(file).getNameCount() < 2) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), TYPICAL_HEAD)) {
            String line = readLine(in);
            ServedDocument document = FileHead.read(key(file), line);
            BodyFacts body = document.body();
            long length = line.getBytes(StandardCharsets.UTF_8).length + 1L + (body == null ? 0 : body.gzipLength());
            if (found.size() != length) {
                throw new IOException("it is not whole");
            }
            return Optional.of(document);
        } catch (IOException e) {
            LOG.warnf("document on disk is damaged and left aside (%s): %s", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(TYPICAL_HEAD);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_HEAD) {
                throw new IOException("it has no head");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("unusable copy stays on disk (%s): %s", file, e.getMessage());
        }
    }

    private Path place(DocumentKey key) {
        return folder.resolve(key.site()).resolve(key.file() + ENDING);
    }

    private DocumentKey key(Path file) {
        Path place = folder.relativize(file);
        String below = place.subpath(1, place.getNameCount()).toString().replace(File.separatorChar, '/');
        String site = place.getName(0).toString();
        return new DocumentKey(site.intern(), below.substring(0, below.length() - ENDING.length()));
    }
}
