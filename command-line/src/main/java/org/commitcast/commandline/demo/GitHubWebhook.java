package org.commitcast.commandline.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * What GitHub sends after a push.
 *
 * @see <a href="https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries">how it is signed</a>
 */
record GitHubWebhook(URI target, String secret) {

    Api.Reply push(Api api, String before, String after) {
        Map<String, Object> event = Map.of(
                "ref",
                "refs/heads/main",
                "before",
                before,
                "after",
                after,
                "repository",
                Map.of("full_name", "mended/show"));
        byte[] body = api.pretty(event).getBytes(StandardCharsets.UTF_8);
        return api.postAsOther(
                target,
                body,
                Map.of(
                        "X-GitHub-Event", "push",
                        "X-GitHub-Delivery", UUID.randomUUID().toString(),
                        "X-Hub-Signature-256", signature(body)));
    }

    String signature(byte[] body) {
        byte[] mac = Hmac.sha256(secret.getBytes(StandardCharsets.UTF_8), body);
        return "sha256=" + HexFormat.of().formatHex(mac);
    }

    @Override
    public String toString() {
        return "webhook to " + target;
    }
}
