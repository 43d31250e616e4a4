package org.commitcast.notify.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.commitcast.contentevents.GoldenSamples;
import org.commitcast.notify.submission.SubmissionHtml.Given;
import org.junit.jupiter.api.Test;

class SubmissionHtmlTest {
    private static final Wanted WANTED =
            new Wanted("reddit", "harbours", URI.create("https://www.reddit.com/r/harbours/submit?url=a&title=b"));

    @Test
    void showsTheFormOfThePlatformAndOneOfItsOwn() {
        assertThat(SubmissionHtml.form(GoldenSamples.contentPublished(), WANTED, Given.NOTHING))
                .contains(
                        "<h1>Fog over the breakwater</h1>",
                        "href=\"https://www.reddit.com/r/harbours/submit?url=a&amp;title=b\"",
                        "Submit it to Reddit (harbours)",
                        "<form method=\"post\">",
                        "name=\"url\"")
                .doesNotContain("name=\"sure\"", "role=\"alert\"", "<script");
    }

    @Test
    void givesBackWhatWasTypedAsTextOnly() {
        Given given = new Given("\"><script>alert(1)</script>", "This is no address.", true);

        assertThat(SubmissionHtml.form(GoldenSamples.contentPublished(), WANTED, given))
                .contains(
                        "value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"",
                        "role=\"alert\">This is no address.",
                        "name=\"sure\"")
                .doesNotContain("<script");
    }
}
