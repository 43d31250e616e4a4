package org.commitcast.notify.discussionpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiscussionFragmentTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static DiscussionThread thread(
            String platform, String url, boolean primary, @Nullable String title, @Nullable Integer comments) {
        return new DiscussionThread(platform, url, primary, Origin.FOUND, title, comments, comments, NOON);
    }

    private static DiscussionDocument document(List<DiscussionThread> threads) {
        return DiscussionDocument.of(
                new Discussed("lathe", "i1", "Chisels", "https://lathe.example/", "en", false, threads, 0, NOON));
    }

    @Test
    void listsThreadsTheLeadingOnesFirst() {
        var document = document(List.of(
                thread("reddit", "https://www.reddit.com/r/turning/comments/b/", false, null, 9),
                thread("hackernews", "https://news.ycombinator.com/item?id=1", true, "Chisels", 1),
                thread("reddit", "https://www.reddit.com/r/turning/comments/a/", true, "Which chisel?", 4)));

        assertThat(DiscussionFragment.of(document, "de-AT"))
                .isEqualTo(
                        """
                        <section class="commitcast-discussions" lang="de-AT">
                        <ul>
                        <li class="commitcast-thread"><a rel="ugc nofollow noopener" target="_blank" \
                        href="https://www.reddit.com/r/turning/comments/a/">Reddit</a> \
                        <span dir="auto">Which chisel?</span> <span lang="en">4 points, 4 comments</span></li>
                        <li class="commitcast-thread"><a rel="ugc nofollow noopener" target="_blank" \
                        href="https://news.ycombinator.com/item?id=1">Hacker News</a> \
                        <span dir="auto">Chisels</span> <span lang="en">1 point, 1 comment</span></li>
                        <li class="commitcast-mention"><a rel="ugc nofollow noopener" target="_blank" \
                        href="https://www.reddit.com/r/turning/comments/b/">Reddit</a> \
                        <span lang="en">9 points, 9 comments</span></li>
                        </ul>
                        </section>
                        """);
    }

    @Test
    void letsNothingThatOthersSaidBecomeMarkup() {
        var document = document(List.of(
                thread("other", "javascript:alert(1)", true, "</span><script>alert(1)</script>", null),
                thread("other", "https://a.example/\"onclick=\"x", false, "\u202Egnp.exe", null)));

        assertThat(DiscussionFragment.of(document, "en\" onload=\"x"))
                .startsWith("<section class=\"commitcast-discussions\">")
                .doesNotContain("<script", "javascript:", "href=", "onclick=\"", "\u202E")
                .contains("&lt;/span&gt;&lt;script&gt;");
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(DiscussionFragment.of(document(List.of()), null))
                .isEqualTo(
                        """
                        <section class="commitcast-discussions">
                        <p lang="en">No discussion is known yet.</p>
                        </section>
                        """);
    }

    @Test
    void sumsOverAllThreadsAndShowsTheFirstOnly() {
        List<DiscussionThread> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            many.add(thread("mastodon", "https://social.example/@a/" + i, i == 0, null, 2));
        }

        var document = document(many);

        assertThat(document.threads()).hasSize(50);
        assertThat(document.more()).isEqualTo(10);
        assertThat(document.comments()).isEqualTo(120);
        assertThat(DiscussionFragment.of(document, "en")).contains("<p lang=\"en\">and 10 more</p>");
        assertThat(document(List.of()).comments()).isNull();
    }
}
