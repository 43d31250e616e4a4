package org.commitcast.notify.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.GoldenSamples;
import org.junit.jupiter.api.Test;

class NewsTest {
    private static final ContentSnapshot ITEM = GoldenSamples.contentPublished();
    private static final Instant PUBLISHED = ITEM.firstPublishedAt();

    @Test
    void newIsWhatCameAfterTheChannel() {
        assertThat(ITEM.baseline()).isFalse();
        assertThat(News.isNew(ITEM, PUBLISHED)).isTrue();
        assertThat(News.isNew(ITEM, PUBLISHED.minusSeconds(1))).isTrue();
        assertThat(News.isNew(ITEM, PUBLISHED.plusMillis(1))).isFalse();
    }

    @Test
    void nothingIsNewToChannelThatDoesNotServeTheSite() {
        assertThat(News.isNew(ITEM, null)).isFalse();
    }
}
