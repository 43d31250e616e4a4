package org.commitcast.ingest.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;

/** All local copies, one for each incarnation of a site. Losing one costs a fetch and nothing else. */
@ApplicationScoped
public class LocalCopies {
    private final CheckoutConfig config;
    private final Remotes remotes;

    LocalCopies(CheckoutConfig config, Remotes remotes) {
        this.config = config;
        this.remotes = remotes;
        IsolatedSystemReader.install();
        Protocols.restrict();
        // Measuring how precise the disk's times are takes seconds, and the first fetch would wait for it.
        FS.FileStoreAttributes.setBackground(true);
        WindowCacheConfig cache = new WindowCacheConfig();
        // The service has a small heap, and every pack is read once.
        cache.setPackedGitLimit(8L * 1024 * 1024);
        cache.setDeltaBaseCacheLimit(4 * 1024 * 1024);
        cache.setStreamFileThreshold(Math.toIntExact(config.maxFileBytes().asLongValue()));
        cache.install();
    }

    /** Opens the copy and makes it first where there is none. */
    public LocalCopy open(String incarnation) throws IOException {
        Path folder = folder(incarnation);
        FileRepository repository = new FileRepository(folder.toFile());
        if (!Files.exists(folder.resolve("HEAD"))) {
            Files.createDirectories(folder);
            repository.create(true);
        }
        try {
            // Whatever an older version or a hand has written there is not asked.
            repository.getConfig().fromText("[core]\n\tbare = true\n\trepositoryformatversion = 0\n");
        } catch (ConfigInvalidException e) {
            throw new IllegalStateException("a fixed configuration is valid", e);
        }
        return new LocalCopy(repository, remotes, config);
    }

    /** Deletes the copy of a site that is gone. */
    public void delete(String incarnation) throws IOException {
        Path folder = folder(incarnation);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    Path folder(String incarnation) {
        return config.folder().resolve(incarnation + ".git");
    }
}
