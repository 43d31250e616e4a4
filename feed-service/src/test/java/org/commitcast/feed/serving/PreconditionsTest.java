package org.commitcast.feed.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {
    private static final String ETAG = "\"tide\"";
    private static final String DATE = "Tue, 04 Mar 2025 12:00:00 GMT";

    private final MultiMap request = MultiMap.caseInsensitiveMultiMap();

    @Test
    void areMetWhereThereAreNone() {
        assertThat(outcome()).isEqualTo(Preconditions.MET);
    }

    @Test
    void takeTagsFromAllLines() {
        request.add("If-None-Match", "\"ebb\"").add("if-none-match", "W/\"tide\"");

        assertThat(outcome()).isEqualTo(Preconditions.UNCHANGED);
    }

    @Test
    void lookAtNoDateBesideTags() {
        request.add("If-None-Match", "\"ebb\"").add("If-Modified-Since", DATE);

        assertThat(outcome()).isEqualTo(Preconditions.MET);
    }

    @Test
    void lookAtNoDateBesideTagsThatMustMatch() {
        request.add("If-Match", ETAG).add("If-Unmodified-Since", "Tue, 04 Mar 2025 11:59:59 GMT");

        assertThat(outcome()).isEqualTo(Preconditions.MET);
    }

    @ParameterizedTest
    @ValueSource(strings = {DATE, "Tuesday, 04-Mar-25 12:00:00 GMT", "Tue Mar  4 12:00:00 2025"})
    void readTheDateInEveryFormThatHttpEverHad(String date) {
        request.add("If-Modified-Since", date);

        assertThat(outcome()).isEqualTo(Preconditions.UNCHANGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tue, 04 Mar 2025 11:59:59 GMT",
                "Tue, 04 Mar 2025 12:00:01 GMT",
                "Mon, 04 Mar 2025 12:00:00 GMT",
                "Tue, 04 Mar 2025 12:00:00 CET",
                "2025-03-04T12:00:00Z",
                ""
            })
    void giveTheDocumentToOneWithAnotherDate(String date) {
        request.add("If-Modified-Since", date);

        assertThat(outcome()).isEqualTo(Preconditions.MET);
    }

    @Test
    void trustNoDateThatTwoStatesShare() {
        request.add("If-Modified-Since", DATE);

        assertThat(Preconditions.of(request, document(false), ETAG)).isEqualTo(Preconditions.MET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-Match            | \"ebb\"",
                "If-Match            | W/\"tide\"",
                "If-Match            | not a tag",
                "If-Unmodified-Since | Tue, 04 Mar 2025 11:59:59 GMT"
            })
    void failWhereTheDocumentIsAnother(String field, String value) {
        request.add(field, value).add("If-None-Match", ETAG);

        assertThat(outcome()).isEqualTo(Preconditions.FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-Match            | *",
                "If-Match            | \"ebb\", \"tide\"",
                "If-Unmodified-Since | Tue, 04 Mar 2025 12:00:00 GMT",
                "If-Unmodified-Since | some day"
            })
    void areMetWhereItIsTheOneOrNothingReadableIsSaid(String field, String value) {
        request.add(field, value);

        assertThat(outcome()).isEqualTo(Preconditions.MET);
    }

    private Preconditions outcome() {
        return Preconditions.of(request, document(true), ETAG);
    }

    private static ServedDocument document(boolean dateDecides) {
        return new ServedDocument(
                DocumentKey.rss("harbour", "podcast"),
                DocumentType.RSS,
                new Edition("life", 1, 1, 1),
                Standing.SERVED,
                Instant.parse("2025-03-04T12:00:00.700Z"),
                dateDecides,
                null,
                null);
    }
}
