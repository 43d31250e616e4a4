package org.commitcast.contentevents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * An event as it goes onto its topic.
 *
 * @param headers the CloudEvents attributes as Kafka headers, for example {@code ce_id}
 * @param json the value; UTF-8 on the wire
 */
public record EncodedEvent(
        String topic, int partition, String key, long revision, Map<String, String> headers, String json) {

    /** What a record may take on the broker, compressed: 900 KiB, so that it stays under Kafka's default of 1 MiB. */
    public static final int MAX_COMPRESSED_BYTES = 900 * 1024;

    /** The JSON's size as it will be sent, in bytes. */
    public int compressedSize() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }

    /** Whether no broker with default settings would take it. */
    public boolean tooLarge() {
        // A character takes at most three bytes and compression adds next to nothing: a small value needs no trial.
        return json.length() > MAX_COMPRESSED_BYTES / 3 && compressedSize() > MAX_COMPRESSED_BYTES;
    }
}
