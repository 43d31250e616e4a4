package org.commitcast.ingest.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;

/** Copies to throw away: they see the objects of a site's own copy, and nothing that is fetched into them is kept. */
@ApplicationScoped
public class ScratchCopies {
    private static final String PREFIX = "scratch-";
    /** Longer than any fetch may take: whoever left it there was killed. */
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    private final LocalCopies copies;
    private final CheckoutConfig config;

    ScratchCopies(LocalCopies copies, CheckoutConfig config) {
        this.copies = copies;
        this.config = config;
    }

    /** Opens one beside the copy of a site; closing it deletes it. */
    public Scratch beside(String incarnation) throws IOException {
        copies.open(incarnation).close();
        deleteLeftOvers();
        String name = PREFIX + UUID.randomUUID();
        Path folder = copies.folder(name);
        Files.createDirectories(folder);
        try (FileRepository fresh = new FileRepository(folder.toFile())) {
            fresh.create(true);
        }
        Path borrowed = copies.folder(incarnation).resolve("objects").toAbsolutePath();
        Files.createDirectories(folder.resolve("objects/info"));
        Files.writeString(folder.resolve("objects/info/alternates"), borrowed + "\n", StandardCharsets.UTF_8);
        LocalCopy copy = copies.open(name);
        return new Scratch(copy, () -> {
            copy.close();
            copies.delete(name);
        });
    }

    private void deleteLeftOvers() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(config.folder())) {
            folders = all.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path folder : folders) {
            Instant made = Files.getLastModifiedTime(folder).toInstant();
            if (made.isBefore(Instant.now().minus(LEFT_OVER))) {
                copies.delete(folder.getFileName().toString().replaceFirst("\\.git$", ""));
            }
        }
    }

    /** A copy that is deleted when it is closed. */
    public record Scratch(LocalCopy copy, Deletion deletion) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            deletion.run();
        }
    }

    /** Deletes it. */
    interface Deletion {
        void run() throws IOException;
    }
}
