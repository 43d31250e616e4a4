package org.commitcast.feed.serving;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
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
            Path draft = Files.createTempFile(place, key.feed(), ".new");
            try (OutputStream out = Files.newOutputStream(draft)) {
                out.write(head(feed).getBytes(StandardCharsets.UTF_8));
                FeedBody body = feed.body();
                if (body != null) {
                    out.write(body.gzip());
                }
            }
            Files.move(
                    draft,
                    place.resolve(key.feed() + ENDING),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warnf(e, "feed is not kept on disk (site %s, feed %s)", key.site(), key.feed());
        }
    }

    /** All feeds that were kept whole. */
    List<ServedFeed> load() {
        List<ServedFeed> feeds = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return feeds;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            files.filter(file -> file.toString().endsWith(ENDING))
                    .forEach(file -> read(file).ifPresent(feeds::add));
        } catch (IOException e) {
            LOG.warnf(e, "feeds on disk cannot be read");
        }
        return feeds;
    }

    private static String head(ServedFeed feed) {
        FeedBody body = feed.body();
        return String.join(
                        " ",
                        feed.standing().name(),
                        feed.incarnation(),
                        feed.lastModified().toString(),
                        Boolean.toString(feed.dateDecides()),
                        body == null ? "-" : body.etag())
                + "\n";
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
            if (body != null && !body.etag().equals(head[4])) {
                throw new IOException("its content is not what its head says");
            }
            Path place = folder.relativize(file);
            String name = place.getName(1).toString();
            FeedKey key = new FeedKey(place.getName(0).toString(), name.substring(0, name.length() - ENDING.length()));
            boolean dateDecides = Boolean.parseBoolean(head[3]);
            return Optional.of(new ServedFeed(key, head[1], 0, standing, Instant.parse(head[2]), dateDecides, body));
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeException e) {
            LOG.warnf("feed on disk is damaged and left aside (%s): %s", file, e.getMessage());
            return Optional.empty();
        }
    }
}
