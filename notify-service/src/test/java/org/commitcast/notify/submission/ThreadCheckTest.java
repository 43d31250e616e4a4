package org.commitcast.notify.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.GoldenSamples;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.source.Searched;
import org.commitcast.notify.source.ThreadCounts;
import org.commitcast.notify.submission.ThreadCheck.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadCheckTest {
    private static final String THREAD = "https://news.ycombinator.com/item?id=41";
    private static final ContentSnapshot ITEM = GoldenSamples.contentPublished();

    private static Searched found(String thread, String about) {
        return new Searched.Found(
                List.of(new FoundThread(thread, "41", about, "Fog", "ann", null, new ThreadCounts(1, 0, false))));
    }

    @Test
    void confirmsAThreadThatLinksToTheItem() {
        assertThat(ThreadCheck.finding(found(THREAD, "http://harbour.example/episode/mist"), ITEM, THREAD))
                .isEqualTo(Finding.CONFIRMED);
    }

    @Test
    void doesNotConfirmWhatLinksElsewhereOrIsNotNamed() {
        assertThat(ThreadCheck.finding(found(THREAD, "https://harbour.example/episode/fog-2/"), ITEM, THREAD))
                .isEqualTo(Finding.NOT_NAMED);
        assertThat(ThreadCheck.finding(found("https://news.ycombinator.com/item?id=42", ITEM.url()), ITEM, THREAD))
                .isEqualTo(Finding.NOT_NAMED);
        assertThat(ThreadCheck.finding(new Searched.Later("it is down", null), ITEM, THREAD))
                .isEqualTo(Finding.NOT_ASKED);
    }

    @ParameterizedTest
    @CsvSource({
        "reddit, https://old.reddit.com/r/harbours/comments/AbC1/fog/?utm_source=share, "
                + "https://www.reddit.com/r/harbours/comments/abc1/fog/",
        "hackernews, ' https://news.ycombinator.com/item?id=41 ', https://news.ycombinator.com/item?id=41"
    })
    void takesAThreadsAddressInOurForm(String platform, String given, String taken) {
        assertThat(ThreadCheck.thread(platform, given)).contains(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "reddit, https://news.ycombinator.com/item?id=41",
        "reddit, https://www.reddit.com/r/harbours/",
        "reddit, https://me:secret@www.reddit.com/r/harbours/comments/abc1/fog/",
        "reddit, 'https://www.reddit.com/r/harbours/comments/abc1/fog \"quoted\"/'",
        "hackernews, javascript:alert(1)",
        "hackernews, ''",
        "hackernews, https://news.ycombinator.com/newest"
    })
    void takesNoOtherAddress(String platform, String given) {
        assertThat(ThreadCheck.thread(platform, given)).isEmpty();
    }
}
