package org.commitcast.ingest.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.jboss.logging.Logger;

/** All local copies, one for each incarnation of a site, and a second one where its feeds are committed somewhere. Losing one costs a fetch and nothing else. */
@ApplicationScoped
public class LocalCopies {
    private static final Logger LOG = Logger.getLogger(LocalCopies.class);

    /** Each fetch makes one, and each file that is read may be in any of them. */
    private static final int MAX_PACKS = 250;

    /** Incarnations are UUIDs. */
    private static final Pattern COPY =
            Pattern.compile("((?:hosting-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))\\.git");

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

    /** The name of a site's second copy: of the branch that its feeds are committed to, which has its own pace. */
    public static String ofHosting(String incarnation) {
        return "hosting-" + incarnation;
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

    /**
     * Opens the copy for a fetch. Each fetch adds to it and nothing is ever taken away: one that has become too large, or
     * too many parts, is made anew.
     */
    public LocalCopy openToFetch(String incarnation) throws IOException {
        if (isOvergrown(folder(incarnation))) {
            LOG.infof("local copy has grown too large and is fetched anew (incarnation=%s)", incarnation);
            delete(incarnation);
        }
        return open(incarnation);
    }

    private boolean isOvergrown(Path folder) throws IOException {
        var size = new CopySize();
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, size);
        }
        return size.bytes > config.maxBytes().asLongValue() || size.packs > MAX_PACKS;
    }

    /** What lies there now: while it is looked at, Git measures the disk's clock with files that come and go. */
    private static final class CopySize extends SimpleFileVisitor<Path> {
        private long bytes;
        private int packs;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // Indexes come on top of what a fetch may bring.
            boolean index = file.toString().endsWith(".idx");
            bytes += index ? 0 : attributes.size();
            packs += index ? 1 : 0;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }

    /** Deletes the copies of all but some sites, and leaves those that may just have been made. */
    public void keepOnly(Collection<String> incarnations, Instant madeBefore) throws IOException {
        try (Stream<Path> all = Files.exists(config.folder()) ? Files.list(config.folder()) : Stream.empty()) {
            for (Path folder : all.toList()) {
                Matcher copy = COPY.matcher(folder.getFileName().toString());
                if (copy.matches()
                        && !incarnations.contains(copy.group(2))
                        && Files.getLastModifiedTime(folder).toInstant().isBefore(madeBefore)) {
                    delete(copy.group(1));
                }
            }
        }
    }

    /** Deletes the copy of a site that is gone. */
    public void delete(String incarnation) throws IOException {
        Path folder = folder(incarnation);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    Path folder(String incarnation) {
        return config.folder().resolve(incarnation + ".git");
    }
}
