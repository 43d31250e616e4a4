package org.commitcast.ingest.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.commitcast.ingest.site.GenericHook;

/** Requests as a forge makes them, put together header by header. */
record Deliveries(String body, Map<String, List<String>> headers, GenericHook hook) {

    static Deliveries of(String body) {
        return new Deliveries(body, Map.of(), GenericHook.USUAL);
    }

    Deliveries with(String header, String value) {
        Map<String, List<String>> more = new TreeMap<>(headers);
        List<String> values = new ArrayList<>(more.getOrDefault(header.toLowerCase(Locale.ROOT), List.of()));
        values.add(value);
        more.put(header.toLowerCase(Locale.ROOT), values);
        return new Deliveries(body, more, hook);
    }

    Deliveries saying(String otherBody) {
        return new Deliveries(otherBody, headers, hook);
    }

    Deliveries at(GenericHook otherHook) {
        return new Deliveries(body, headers, otherHook);
    }

    Delivery arrived() {
        try {
            RawBody raw =
                    RawBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), new Semaphore(1));
            return new Delivery(name -> headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()), raw, hook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
