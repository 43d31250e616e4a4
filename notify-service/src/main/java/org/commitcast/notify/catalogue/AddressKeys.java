package org.commitcast.notify.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Stream;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.notify.address.WebAddress;

/** Numbers by which an item is found by any address that it ever had, however that is written, and by its guid. */
final class AddressKeys {
    private AddressKeys() {}

    /** All of an item's, each once. */
    static long[] of(ContentSnapshot item) {
        Enclosure enclosure = item.enclosure();
        return Stream.of(
                        Stream.of(item.url(), item.guid()),
                        item.earlierUrls().stream(),
                        enclosure == null ? Stream.<String>empty() : Stream.of(enclosure.url()))
                .flatMap(addresses -> addresses)
                .mapToLong(AddressKeys::of)
                .sorted()
                .distinct()
                .toArray();
    }

    /** The same for all spellings of an address; what is none stays as it is. */
    static String plain(String name) {
        return WebAddress.of(name).map(WebAddress::toString).orElse(name.strip());
    }

    /** That of an address, or of whatever else names an item. */
    static long of(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(plain(name).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
