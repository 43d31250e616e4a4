package org.commitcast.feed.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedCodingTest {
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "br, gzip;q=0.5", "*", "x-gzip", "gzip;q=1.0, identity;q=0.5"})
    void compressesForThoseWhoTakeIt(String header) {
        assertThat(AcceptedCoding.prefersGzip(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "br", "identity", "gzip;q=0", "*;q=0", "gzip;q=0, *", "identity, gzip;q=0.1", "gzip;q=x"})
    void givesThePlainBytesToOthers(String header) {
        assertThat(AcceptedCoding.prefersGzip(header)).isFalse();
    }

    @Test
    void givesThePlainBytesWhereNothingIsSaid() {
        assertThat(AcceptedCoding.prefersGzip(null)).isFalse();
    }
}
