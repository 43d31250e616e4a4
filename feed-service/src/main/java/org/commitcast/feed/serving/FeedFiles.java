package org.commitcast.feed.serving;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Feeds on local disk, one file each, so that a restart serves them before the database and Kafka are there. A copy:
 * what is damaged or cannot be written costs nothing but that head start.
 */
@ApplicationScoped
class FeedFiles {
    private static final Logger LOG = Logger.getLogger(FeedFiles.class);
    private static final Pattern SAFE_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final String ENDING = ".feed";
    private static final String DRAFT = ".new";

    private final Path folder;

    FeedFiles(ServingConfig config) {
        folder = config.data().resolve("feeds");
    }

    /** Writes the feed's state: completely or not at all. */
    void keep(ServedFeed feed) {
        FeedKey key = feed.key();
        if (!SAFE_NAME.matcher(key.site()).matches()
                || !SAFE_NAME.matcher(key.feed()).matches()) {
            return;
        }
        Path place = folder.resolve(key.site());
        try {
            Files.createDirectories(place);
            Path draft = Files.createTempFile(place, key.file(), DRAFT);
            try {
                write(feed, draft);
                Files.move(
                        draft,
                        place.resolve(key.file() + ENDING),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            LOG.warnf(e, "feed is not kept on disk (site %s, feed %s)", key.site(), key.feed());
        }
    }

    private static void write(ServedFeed feed, Path draft) throws IOException {
        try (OutputStream out = Files.newOutputStream(draft)) {
            out.write(head(feed).getBytes(StandardCharsets.UTF_8));
            FeedBody body = feed.body();
            if (body != null) {
                out.write(body.gzip());
            }
        }
    }

    /** All feeds that were kept whole. */
    List<ServedFeed> load() {
        return list(folder).stream()
                .filter(Files::isDirectory)
                .flatMap(site -> list(site).stream())
                .map(this::load)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<ServedFeed> load(Path file) {
        boolean ours = file.toString().endsWith(ENDING);
        if (file.toString().endsWith(DRAFT) || (ours && key(file).isEmpty())) {
            // Whoever wrote it was stopped, or knew no formats.
            delete(file);
            return Optional.empty();
        }
        return ours ? read(file) : Optional.empty();
    }

    private static void delete(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            LOG.warnf("unusable copy stays on disk (%s): %s", draft, e.getMessage());
        }
    }

    /** One that cannot be read costs the feeds in it, and no others. */
    private static List<Path> list(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.warnf(e, "feeds on disk cannot be read (%s)", place);
            return List.of();
        }
    }

    private static String head(ServedFeed feed) {
        FeedBody body = feed.body();
        return String.join(
                        " ",
                        feed.standing().name(),
                        feed.edition().incarnation(),
                        Integer.toString(feed.edition().renderer()),
                        Long.toString(feed.edition().through()),
                        feed.lastModified().toString(),
                        Boolean.toString(feed.dateDecides()),
                        body == null ? "-" : body.etag())
                + "\n";
    }

    private Optional<FeedKey> key(Path file) {
        Path place = folder.relativize(file);
        String name = place.getName(1).toString();
        return FeedKey.ofFile(place.getName(0).toString(), name.substring(0, name.length() - ENDING.length()));
    }

    private Optional<ServedFeed> read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n');
            String[] head = new String(bytes, 0, Math.max(0, end), StandardCharsets.UTF_8).split(" ", -1);
            Standing standing = Standing.valueOf(head[0]);
            FeedBody body = standing == Standing.SERVED
                    ? FeedBody.ofGzip(Arrays.copyOfRange(bytes, end + 1, bytes.length))
                    : null;
            if (body != null && !body.etag().equals(head[6])) {
                throw new IOException("its content is not what its head says");
            }
            FeedKey key = key(file).orElseThrow(() -> new IOException("its name tells no format"));
            // Version 0: of states that know the same, any stored one is newer.
            Edition edition = new Edition(head[1], Integer.parseInt(head[2]), Long.parseLong(head[3]), 0);
            boolean dateDecides = Boolean.parseBoolean(head[5]);
            return Optional.of(new ServedFeed(key, edition, standing, Instant.parse(head[4]), dateDecides, body));
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeException e) {
            LOG.warnf("feed on disk is damaged and left aside (%s): %s", file, e.getMessage());
            return Optional.empty();
        }
    }
}
