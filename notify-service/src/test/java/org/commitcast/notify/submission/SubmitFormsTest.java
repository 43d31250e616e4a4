package org.commitcast.notify.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmitFormsTest {
    private static final String URL = "https://lathe.example/a?b=1&c=2";
    private static final String TITLE = "Chisels & \"gouges\" + more: 100%";
    private static final String ENCODED_URL = "https%3A%2F%2Flathe.example%2Fa%3Fb%3D1%26c%3D2";
    private static final String ENCODED_TITLE = "Chisels%20%26%20%22gouges%22%20%2B%20more%3A%20100%25";

    @ParameterizedTest
    @CsvSource({
        "reddit, turning, https://www.reddit.com/r/turning/submit?url=URL&title=TITLE",
        "reddit, , https://www.reddit.com/submit?url=URL&title=TITLE",
        "hackernews, , https://news.ycombinator.com/submitlink?u=URL&t=TITLE",
        "lobsters, , https://lobste.rs/stories/new?url=URL&title=TITLE",
        "lemmy, turning@wood.example, https://wood.example/create_post?url=URL&title=TITLE",
        "mastodon, social.example, https://social.example/share?text=TITLE%20URL",
        "bluesky, , https://bsky.app/intent/compose?text=TITLE%20URL"
    })
    void fillsThePlatformsFormIn(String platform, String community, String form) {
        assertThat(SubmitForms.of(platform, community, URL, TITLE))
                .contains(URI.create(form.replace("URL", ENCODED_URL).replace("TITLE", ENCODED_TITLE)));
    }

    @Test
    void hasNoneWhereItIsNotKnownOnWhichServer() {
        assertThat(SubmitForms.of("lemmy", null, URL, TITLE)).isEmpty();
        assertThat(SubmitForms.of("mastodon", null, URL, TITLE)).isEmpty();
        assertThat(SubmitForms.of("elsewhere", "a", URL, TITLE)).isEmpty();
    }
}
