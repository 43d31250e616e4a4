package org.commitcast.feed.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRequestTest {
    private static final String PLAIN = "GET /feeds/quay/podcast.rss HTTP/1.1\r\nHost: commitcast.example\r\n\r\n";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void readsWhatDocumentsDependOn() {
        PlainRequest request = Objects.requireNonNull(PlainRequest.read(
                bytes(
                        """
                        HEAD /feeds/quay/podcast.rss HTTP/1.1\r
                        HOST: commitcast.example\r
                        accept-encoding:gzip, br \r
                        User-Agent: Harbour/1.0 (feeds; "ebb")\r
                        If-None-Match: "a", W/"b"\r
                        If-Modified-Since: Tue, 04 Mar 2025 12:00:00 GMT\r
                        Connection: Keep-Alive\r
                        \r
                        """),
                0));

        assertThat(request.isHead()).isTrue();
        assertThat(request.path()).isEqualTo("/feeds/quay/podcast.rss");
        assertThat(request.headers().get("Accept-Encoding")).isEqualTo("gzip, br");
        assertThat(request.headers().get("If-None-Match")).isEqualTo("\"a\", W/\"b\"");
        assertThat(request.headers().get("If-Modified-Since")).isEqualTo("Tue, 04 Mar 2025 12:00:00 GMT");
    }

    @Test
    void readsOneAfterTheOther() {
        byte[] two = bytes(PLAIN + PLAIN);
        PlainRequest first = Objects.requireNonNull(PlainRequest.read(two, 0));

        assertThat(first.end()).isEqualTo(PLAIN.length());
        assertThat(PlainRequest.read(two, first.end())).isNotNull();
        assertThat(PlainRequest.isAll(two)).isFalse();
        assertThat(PlainRequest.isAll(bytes(PLAIN))).isTrue();
    }

    @Test
    void isNoneBeforeAllOfItIsThere() {
        for (int end = 0; end < PLAIN.length(); end++) {
            assertThat(PlainRequest.read(bytes(PLAIN.substring(0, end)), 0)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /a HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a HTTP/1.0\r\nHost: x\r\n\r\n",
                "GET  /a HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a HTTP/1.1\nHost: x\n\n",
                "GET /a HTTP/1.1\r\nHost: x\n\r\n",
                "GET /a HTTP/1.1\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost : x\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nA: \u0000\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nA: é\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\ntransfer-ENCODING: chunked\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nIf-Match: \"a\"\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nIf-Unmodified-Since: Tue, 04 Mar 2025 12:00:00 GMT\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"a\"\r\nIf-None-Match: \"b\"\r\n\r\n"
            })
    void leavesAllElseToTheServer(String text) {
        assertThat(PlainRequest.read(bytes(text), 0)).isNull();
    }
}
