package org.commitcast.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each forge's deliveries must withstand. */
class VerifiersTest {
    private static final String PUSH = "{\"ref\": \"refs/heads/main\"}";

    private static boolean accepts(Sender sender, Deliveries delivery) {
        return sender.verifier().accepts(delivery.arrived(), Sender.SECRET);
    }

    @ParameterizedTest
    @EnumSource
    void acceptsWhatIsSignedWithTheSecret(Sender sender) {
        assertThat(accepts(sender, sender.signed(PUSH))).isTrue();
        assertThat(sender.verifier().accepts(sender.signed(PUSH).arrived(), "another secret"))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void acceptsLargeBodySignedWithTheSecret(Sender sender) {
        String large = "{\"commits\": \"" + "x".repeat(600_000) + "\"}";

        assertThat(accepts(sender, sender.signed(large))).isTrue();
        assertThat(accepts(sender, sender.signed(large).saying(large.replace("\"}", "x\"}"))))
                .isEqualTo(sender == Sender.GITLAB_TOKEN);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWithoutHeader(Sender sender) {
        assertThat(accepts(sender, sender.around(PUSH))).isFalse();
        assertThat(sender.verifier().acceptsUnsigned(sender.around(PUSH).arrived()))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void refusesEmptyHeader(Sender sender) {
        assertThat(accepts(sender, sender.around(PUSH).with(sender.header, ""))).isFalse();
        assertThat(accepts(sender, sender.around(PUSH).with(sender.header, "sha256=")))
                .isFalse();
        assertThat(accepts(sender, sender.around(PUSH).with(sender.header, "v1,")))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void refusesSignatureThatIsTooShort(Sender sender) {
        String proof = sender.proof(Sender.SECRET, PUSH);
        for (int length = 0; length < proof.length(); length++) {
            assertThat(accepts(sender, sender.around(PUSH).with(sender.header, proof.substring(0, length))))
                    .as("first %d characters", length)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesHexadecimalDigitsInEitherCaseAndNothingElse(Sender sender) {
        String proof = sender.proof(Sender.SECRET, PUSH);
        String upper = proof.startsWith("sha256=")
                ? "sha256=" + proof.substring("sha256=".length()).toUpperCase(Locale.ROOT)
                : proof.toUpperCase(Locale.ROOT);

        assertThat(accepts(sender, sender.around(PUSH).with(sender.header, upper)))
                .isEqualTo(sender.isHexadecimal());
    }

    @ParameterizedTest
    @EnumSource(names = {"GITHUB", "BITBUCKET", "BITBUCKET_SERVER", "GENERIC"})
    void refusesPrefixInUpperCase(Sender sender) {
        String proof = sender.proof(Sender.SECRET, PUSH);

        assertThat(accepts(sender, sender.around(PUSH).with(sender.header, proof.replace("sha256", "SHA256"))))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void refusesTwoHeadersOfWhichOneIsRight(Sender sender) {
        String proof = sender.proof(Sender.SECRET, PUSH);
        String wrong = sender.proof(Sender.SECRET, PUSH + " ");

        assertThat(accepts(
                        sender, sender.around(PUSH).with(sender.header, proof).with(sender.header, wrong)))
                .isFalse();
        assertThat(accepts(
                        sender, sender.around(PUSH).with(sender.header, wrong).with(sender.header, proof)))
                .isFalse();
        assertThat(accepts(sender, sender.around(PUSH).with(sender.header, proof + ", " + wrong)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void refusesOtherAlgorithms(Sender sender) {
        String sha1 = Sender.hex("HmacSHA1", Sender.SECRET, PUSH);
        String sha512 = Sender.hex("HmacSHA512", Sender.SECRET, PUSH);

        for (String other : new String[] {
            "sha1=" + sha1, sha1, "sha512=" + sha512, sha512, "sha256=" + sha1, "md5=" + sha1, "v2,AAAA", "none"
        }) {
            assertThat(accepts(sender, sender.around(PUSH).with(sender.header, other)))
                    .as(other)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesSignatureOfAnotherBody(Sender sender) {
        Deliveries other = sender.signed(PUSH).saying(PUSH.replace("main", "evil"));

        // A token is not bound to what it comes with; that is why GitLab can sign now.
        assertThat(accepts(sender, other)).isEqualTo(sender == Sender.GITLAB_TOKEN);
    }

    @ParameterizedTest
    @EnumSource
    void acceptsRepetitionAsTheSameDelivery(Sender sender) throws Exception {
        Delivery first = sender.signed(PUSH).arrived();
        Delivery again = sender.signed(PUSH).arrived();

        assertThat(sender.verifier().accepts(again, Sender.SECRET)).isTrue();
        assertThat(DeliveryId.of(sender.verifier().id(again), again.body()))
                .isEqualTo(DeliveryId.of(sender.verifier().id(first), first.body()));
    }

    /** Of all senders, those that follow Standard Webhooks say when; a signature of the others has no time. */
    @ParameterizedTest
    @EnumSource(names = {"GITLAB_SIGNED", "STANDARD"})
    void refusesWhatWasSignedTooLongAgoOrInTheFuture(Sender sender) {
        for (long seconds : new long[] {301, -301, 86_400}) {
            assertThat(sender.verifier(Sender.NOW.plusSeconds(seconds))
                            .accepts(sender.signed(PUSH).arrived(), Sender.SECRET))
                    .as("%d s later", seconds)
                    .isFalse();
        }
        assertThat(sender.verifier(Sender.NOW.plusSeconds(299))
                        .accepts(sender.signed(PUSH).arrived(), Sender.SECRET))
                .isTrue();
    }
}
