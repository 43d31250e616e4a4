package org.commitcast.notify;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver that follows Standard Webhooks: takes nothing with a wrong signature or an old timestamp. */
final class WebhookStandIn extends StandIn {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);

    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    /** The ids of all deliveries that were taken. */
    List<String> ids() {
        return ids;
    }

    List<String> bodies() {
        return bodies;
    }

    /** The next delivery is taken, but its answer never arrives. */
    void nextLosesItsAnswer() {
        next(exchange -> {
            take(exchange);
            exchange.close();
        });
    }

    /** The next delivery is not taken, which the receiver says once the latch is counted down. */
    CountDownLatch nextHangsAndFails() {
        CountDownLatch over = new CountDownLatch(1);
        next(exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            answer(exchange, 503, "");
        });
        return over;
    }

    @Override
    void usual(HttpExchange exchange) throws IOException {
        answer(exchange, take(exchange) ? 204 : 401, "");
    }

    private boolean take(HttpExchange exchange) throws IOException {
        String id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
        String timestamp = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-timestamp"));
        String signature = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-signature"));
        String body = body(exchange);
        boolean recent = Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) < 300;
        if (!recent
                || !MessageDigest.isEqual(bytes(signature), bytes("v1," + signed(id + "." + timestamp + "." + body)))) {
            return false;
        }
        ids.add(id);
        bodies.add(body);
        return true;
    }

    private static String signed(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(bytes(content)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
