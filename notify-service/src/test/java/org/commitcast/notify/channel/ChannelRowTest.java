package org.commitcast.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelRowTest {
    private static final Instant FIRST = Instant.parse("2026-03-02T06:30:00Z");
    private static final Instant LATER = FIRST.plusSeconds(60);

    private final ChannelRow channel = new ChannelRow("chat", "log", FIRST);

    @Test
    void siteThatWasServedAmongAllKeepsItsTimeWhenItIsNamed() {
        channel.serve(Set.of(ChannelRow.ALL_SITES), FIRST);
        channel.serve(Set.of("a"), LATER);

        assertThat(channel.activatedFor("a")).isEqualTo(FIRST);
        assertThat(channel.activatedFor("b")).isNull();
    }

    @Test
    void siteThatWasNamedKeepsItsTimeWhenAllAreServed() {
        channel.serve(Set.of("a"), FIRST);
        channel.serve(Set.of(ChannelRow.ALL_SITES), LATER);

        assertThat(channel.activatedFor("a")).isEqualTo(FIRST);
        assertThat(channel.activatedFor("b")).isEqualTo(LATER);
    }

    @Test
    void siteThatWasNotServedMeanwhileBeginsAnew() {
        channel.serve(Set.of("a", "b"), FIRST);
        channel.serve(Set.of("a"), FIRST);
        channel.serve(Set.of("a", "b"), LATER);

        assertThat(channel.activatedFor("b")).isEqualTo(LATER);
    }
}
