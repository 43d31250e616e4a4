package org.commitcast.contentevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscussionDefinitionTest {

    @Test
    void readsWhatIsDoneByPlatform() {
        var said = Map.of(
                "policy", Map.of("hackernews", "Accept", "reddit", "propose", "lemmy", "never"),
                "submit", Map.of("reddit", "/r/harbours/", "hackernews", true, "lobsters", false));

        assertThat(DiscussionDefinition.of(said))
                .isEqualTo(new DiscussionDefinition(
                        Map.of("hackernews", "accept", "reddit", "propose", "lemmy", "never"),
                        Map.of("reddit", "harbours", "hackernews", "true")));
    }

    @ParameterizedTest
    @CsvSource({
        "reddit, r/harbours, harbours",
        "reddit, u_keeper, u_keeper",
        "lemmy, '!Harbours@Lemmy.example', harbours@lemmy.example",
        "mastodon, https://social.example/, social.example",
        "bluesky, true, true"
    })
    void keepsACommunityInOneForm(String platform, String said, String kept) {
        assertThat(DiscussionDefinition.of(Map.of("submit", Map.of(platform, said)))
                        .submit())
                .containsExactly(Map.entry(platform, kept));
    }

    @ParameterizedTest
    @CsvSource({
        "policy, hackernews, maybe, 'must be accept, propose or never'",
        "policy, digg, accept, is no known platform",
        "submit, reddit, harbours/new, must be a community's name",
        "submit, reddit, true, must be a community's name",
        "submit, lemmy, harbours, must be a community at its server",
        "submit, mastodon, javascript:alert(1), must be a server's name",
        "submit, lobsters, harbours, must be true or false"
    })
    void saysWhichPartIsWrongAndWhatItMustBe(String part, String platform, String said, String reason) {
        var definition = Map.of(part, Map.of(platform, said));

        assertThatThrownBy(() -> DiscussionDefinition.of(definition))
                .isInstanceOfSatisfying(UnfitValueException.class, unfit -> {
                    assertThat(unfit.place()).isEqualTo("." + part + "." + platform);
                    assertThat(unfit.reason()).startsWith(reason);
                });
    }

    @Test
    void refusesPartsThatItDoesNotKnow() {
        assertThatThrownBy(() -> DiscussionDefinition.of(Map.of("polices", Map.of())))
                .isInstanceOfSatisfying(UnfitValueException.class, unfit -> assertThat(unfit.place())
                        .isEqualTo(".polices"));
        assertThatThrownBy(() -> DiscussionDefinition.of(Map.of("policy", "accept")))
                .isInstanceOfSatisfying(UnfitValueException.class, unfit -> assertThat(unfit.place())
                        .isEqualTo(".policy"));
    }
}
