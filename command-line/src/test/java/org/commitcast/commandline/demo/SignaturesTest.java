package org.commitcast.commandline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    /** The values that GitHub's documentation gives for testing an implementation. */
    @Test
    void signsAsGitHubDoes() {
        GitHubWebhook hook = new GitHubWebhook(URI.create("http://localhost/"), "It's a Secret to Everybody");

        assertThat(hook.signature("Hello, World!".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
    }

    @Test
    void acceptsAnyOfSeveralSignaturesAndNoForgedOne() {
        StandardWebhook webhook = new StandardWebhook();
        byte[] key = Base64.getDecoder().decode(webhook.secret().substring("whsec_".length()));
        byte[] mac = Hmac.sha256(key, "id.1700000000.{}".getBytes(StandardCharsets.UTF_8));
        String signature = "v1," + Base64.getEncoder().encodeToString(mac);

        assertThat(webhook.accepts("id", "1700000000", "{}", "v1,bm90IHRoaXMgb25l " + signature))
                .isTrue();
        assertThat(webhook.accepts("id", "1700000000", "{ }", signature)).isFalse();
        assertThat(webhook.accepts("id", "1700000001", "{}", signature)).isFalse();
    }
}
