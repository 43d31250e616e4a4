package org.commitcast.endtoend;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Receives webhooks and refuses those whose signature is wrong, as the specification asks.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
final class WebhookReceiver extends StandIn {
    /** The form that the specification gives: a prefix and Base64. */
    static final String SECRET =
            "whsec_" + Base64.getEncoder().encodeToString("a receiver's own secret!".getBytes(StandardCharsets.UTF_8));

    record Message(String id, String body) {}

    private final List<Message> messages = new CopyOnWriteArrayList<>();

    WebhookReceiver() {
        open();
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        String id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
        String time = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-timestamp"));
        String signature = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-signature"));
        String body = body(exchange);
        if (!List.of(signature.split(" ")).contains(expected(id + "." + time + "." + body))) {
            reply(exchange, 401, "wrong signature");
            return;
        }
        messages.add(new Message(id, body));
        reply(exchange, 204, "");
    }

    private static String expected(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
