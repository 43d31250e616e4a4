package org.commitcast.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commitcast.ingest.site.GenericHook;
import org.commitcast.ingest.site.GenericHook.Encoding;
import org.commitcast.ingest.webhook.WebhookEvent.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where forges differ from one another although they look alike. */
class ForgesOwnWaysTest {
    private static final String PUSH = "{\"ref\": \"refs/heads/main\"}";
    private static final String WRONG = "00".repeat(32);

    private static boolean accepts(Sender sender, Deliveries delivery) {
        return sender.verifier().accepts(delivery.arrived(), Sender.SECRET);
    }

    @Test
    void gitHubIgnoresTheOlderSignature() {
        String sha1 = "sha1=" + Sender.hex("HmacSHA1", Sender.SECRET, PUSH);

        assertThat(accepts(Sender.GITHUB, Deliveries.of(PUSH).with("X-Hub-Signature", sha1)))
                .isFalse();
        assertThat(accepts(Sender.GITHUB, Sender.GITHUB.signed(PUSH).with("X-Hub-Signature", "sha1=00")))
                .isTrue();
    }

    @Test
    void bitbucketRefusesWhatGitHubSendsUnderTheSameName() {
        String sha1 = "sha1=" + Sender.hex("HmacSHA1", Sender.SECRET, PUSH);

        assertThat(accepts(Sender.BITBUCKET, Deliveries.of(PUSH).with("X-Hub-Signature", sha1)))
                .isFalse();
    }

    @Test
    void gitLabNeverFallsBackToTheTokenWhenASignatureIsThere() {
        Deliveries token = Sender.GITLAB_TOKEN.signed(PUSH);
        Deliveries badlySigned = Sender.GITLAB_SIGNED.around(PUSH).with("X-Gitlab-Token", Sender.SECRET);

        assertThat(accepts(Sender.GITLAB_TOKEN, token.with("webhook-signature", "")))
                .isFalse();
        assertThat(accepts(Sender.GITLAB_TOKEN, badlySigned.with("webhook-signature", "v1,AAAA")))
                .isFalse();
        assertThat(accepts(
                        Sender.GITLAB_TOKEN,
                        badlySigned.with("webhook-signature", "v1,AAAA").with("webhook-signature", "v1,AAAA")))
                .isFalse();
        assertThat(accepts(
                        Sender.GITLAB_SIGNED, Sender.GITLAB_SIGNED.signed(PUSH).with("X-Gitlab-Token", "another")))
                .isTrue();
    }

    @Test
    void forgejosOwnSignatureDecidesAlone() {
        String right = Sender.GITEA.proof(Sender.SECRET, PUSH);
        Deliveries likeGitea = Deliveries.of(PUSH).with("X-Gitea-Signature", right);

        assertThat(accepts(Sender.FORGEJO, likeGitea)).isTrue();
        assertThat(accepts(Sender.FORGEJO, likeGitea.with("X-Forgejo-Signature", WRONG)))
                .isFalse();
        assertThat(accepts(Sender.FORGEJO, likeGitea.with("X-Forgejo-Signature", "")))
                .isFalse();
        assertThat(accepts(Sender.GITEA, Deliveries.of(PUSH).with("X-Forgejo-Signature", right)))
                .isFalse();
    }

    @Test
    void giteaSignsTheJsonInsideOfAForm() {
        Deliveries form = Deliveries.of("payload=" + URLEncoder.encode(PUSH, StandardCharsets.UTF_8))
                .with("Content-Type", "application/x-www-form-urlencoded");

        assertThat(accepts(Sender.GITEA, form.with("X-Gitea-Signature", Sender.GITEA.proof(Sender.SECRET, PUSH))))
                .isTrue();
        assertThat(accepts(Sender.GITEA, form.with("X-Gitea-Signature", Sender.GITEA.proof(Sender.SECRET, PUSH + " "))))
                .isFalse();
    }

    @Test
    void giteasSecretInsideOfTheJsonProvesNothing() {
        String old = "{\"secret\": \"" + Sender.SECRET + "\", \"ref\": \"refs/heads/main\"}";

        assertThat(accepts(Sender.GITEA, Deliveries.of(old))).isFalse();
    }

    @Test
    void genericSignatureIsOfTheFormThatTheOwnerSays() {
        String bare = Sender.GITEA.proof(Sender.SECRET, PUSH);
        Deliveries delivery = Deliveries.of(PUSH).at(hook("X-Mine", Encoding.HEX, false));

        assertThat(accepts(Sender.GENERIC, delivery.with("X-Mine", bare))).isTrue();
        assertThat(accepts(Sender.GENERIC, delivery.with("X-Mine", "sha256=" + bare)))
                .isFalse();
        assertThat(accepts(Sender.GENERIC, delivery.with("X-Signature", bare))).isFalse();
        assertThat(accepts(
                        Sender.GENERIC,
                        delivery.at(hook("X-Mine", Encoding.PREFIXED, false)).with("X-Mine", bare)))
                .isFalse();
    }

    @Test
    void unsignedIsTakenOnlyWhereTheOwnerSaysSoAndNoSignatureIsThere() {
        Deliveries unsigned = Deliveries.of("");

        assertThat(unsigned(unsigned)).isFalse();
        assertThat(unsigned(unsigned.at(hook("X-Signature", Encoding.EITHER, true))))
                .isTrue();
        assertThat(unsigned(
                        unsigned.at(hook("X-Signature", Encoding.EITHER, true)).with("X-Signature", WRONG)))
                .isFalse();
        assertThat(unsigned(
                        unsigned.at(hook("X-Signature", Encoding.EITHER, true)).with("X-Signature", "")))
                .isFalse();
    }

    private static boolean unsigned(Deliveries delivery) {
        return Sender.GENERIC.verifier().acceptsUnsigned(delivery.arrived());
    }

    private static GenericHook hook(String header, Encoding encoding, boolean unsigned) {
        return new GenericHook(header, encoding, List.of(), unsigned, "X-Event", List.of("push"), "X-Delivery-Id");
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB, X-GitHub-Event, push, PUSH",
        "GITHUB, X-GitHub-Event, ping, PING",
        "GITHUB, X-GitHub-Event, star, OTHER",
        "GITHUB, X-Gitea-Event, push, OTHER",
        "GITLAB_TOKEN, X-Gitlab-Event, Push Hook, PUSH",
        "GITLAB_TOKEN, X-Gitlab-Event, System Hook, PUSH",
        "GITLAB_TOKEN, X-Gitlab-Event, Tag Push Hook, OTHER",
        "GITLAB_TOKEN, X-Gitlab-Event, Issue Hook, OTHER",
        "GITEA, X-Gitea-Event, push, PUSH",
        "GITEA, X-GitHub-Event, push, OTHER",
        "GITEA, X-Gitea-Event, issues, OTHER",
        "FORGEJO, X-Forgejo-Event, push, PUSH",
        "FORGEJO, X-Gitea-Event, push, PUSH",
        "FORGEJO, X-Forgejo-Event, release, OTHER",
        "BITBUCKET, X-Event-Key, repo:push, PUSH",
        "BITBUCKET, X-Event-Key, repo:fork, OTHER",
        "BITBUCKET_SERVER, X-Event-Key, repo:refs_changed, PUSH",
        "BITBUCKET_SERVER, X-Event-Key, diagnostics:ping, PING",
        "BITBUCKET_SERVER, X-Event-Key, pr:opened, OTHER",
        "GENERIC, X-Event, push, PUSH",
        "GENERIC, X-Event, ping, PING",
        "GENERIC, X-Event, comment, OTHER",
        "GENERIC, X-Nothing, whatever, PUSH",
    })
    void tellsPushesFromOtherEvents(Sender sender, String header, String value, Meaning meaning) {
        Delivery delivery = Deliveries.of("{}").with(header, value).arrived();

        assertThat(sender.verifier().event(delivery, PushPayload.NOTHING).meaning())
                .isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB, X-GitHub-Delivery",
        "GITLAB_TOKEN, X-Gitlab-Event-UUID",
        "GITLAB_TOKEN, Idempotency-Key",
        "GITLAB_SIGNED, webhook-id",
        "GITEA, X-Gitea-Delivery",
        "FORGEJO, X-Forgejo-Delivery",
        "FORGEJO, X-Gitea-Delivery",
        "BITBUCKET, X-Request-UUID",
        "BITBUCKET_SERVER, X-Request-Id",
        "STANDARD, webhook-id",
        "GENERIC, X-Delivery-Id",
    })
    void readsTheForgesOwnDeliveryId(Sender sender, String header) {
        Delivery delivery = Deliveries.of("{}").with(header, "4f7d").arrived();

        assertThat(sender.verifier().id(delivery)).isEqualTo("4f7d");
    }
}
