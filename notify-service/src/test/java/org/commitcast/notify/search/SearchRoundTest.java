package org.commitcast.notify.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchRoundTest {
    private static final URI PAGE = URI.create("https://show.example/one/");

    private final List<URI> addresses = IntStream.range(0, 10)
            .mapToObj(i -> i == 0 ? PAGE : URI.create("https://show.example/before-" + i))
            .toList();

    @Test
    void roundsThatAreMinutesApartLookForThePageAlone() {
        assertThat(SearchRound.addresses(addresses, 1, true)).containsExactly(PAGE);
        assertThat(SearchRound.addresses(addresses, 11, true)).containsExactly(PAGE);
        assertThat(SearchRound.addresses(addresses, 0, true)).isEqualTo(addresses);
        assertThat(SearchRound.addresses(addresses, 12, true)).hasSize(7).startsWith(PAGE);
    }

    @Test
    void rarerRoundsLookForAllAddressesInTurn() {
        Set<URI> looked = new HashSet<>();
        for (int round = 1; round < 3; round++) {
            List<URI> now = SearchRound.addresses(addresses, round, false);
            assertThat(now).startsWith(PAGE).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(7);
            looked.addAll(now);
        }
        assertThat(looked).containsExactlyInAnyOrderElementsOf(addresses);
    }

    @Test
    void itemWithOneAddressIsLookedForByThat() {
        assertThat(SearchRound.addresses(List.of(PAGE), 0, true)).containsExactly(PAGE);
        assertThat(SearchRound.addresses(List.of(PAGE), 5, false)).containsExactly(PAGE);
        assertThat(SearchRound.addresses(List.of(), 5, false)).isEmpty();
    }
}
