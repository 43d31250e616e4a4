package org.commitcast.ingest.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which address is shown to an owner. */
class WebhookAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/a/b, github",
        "https://gitlab.com/a/b.git, gitlab",
        "git@gitlab.example.org:a/b, gitlab",
        "https://bitbucket.org/a/b, bitbucket",
        "https://bitbucket.example/scm/a/b.git, bitbucket-server",
        "https://codeberg.org/a/b, forgejo",
        "https://gitea.example/a/b, gitea",
        "https://git.example/gitlab/b, github",
        "file:///srv/show.git, github",
    })
    void namesTheForgeThatTheHostSuggests(String repository, String forge) {
        assertThat(WebhookAddress.of(URI.create("https://cast.example/"), "show", repository))
                .isEqualTo("https://cast.example/webhooks/" + forge + "/show");
    }
}
