package org.commitcast.guardedhttp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** One request to one address and its answer, over a connection of its own, so that no stale one is ever met. */
final class Hop {
    private final SSLContext tls;
    private final String userAgent;

    Hop(SSLContext tls, String userAgent) {
        this.tls = tls;
        this.userAgent = userAgent;
    }

    Answer send(GuardedRequest request, InetAddress[] addresses, Duration left) {
        URI url = request.url();
        SendMark mark = new SendMark();
        HttpUriRequestBase outgoing = outgoing(request);
        try (var client = Clients.of(tls, userAgent, pinned(addresses), mark, request.limits());
                var deadline = Deadlines.cancel(outgoing, left)) {
            try {
                return answer(client, outgoing, url, request.limits().bytes());
            } catch (IOException e) {
                String reason =
                        deadline.missed() ? url.getHost() + " took too long in all" : Failures.reason(url.getHost(), e);
                return new Answer.Failed(reason, mark.passed());
            }
        } catch (IOException e) {
            return new Answer.Failed(Failures.reason(url.getHost(), e), mark.passed());
        }
    }

    private static HttpUriRequestBase outgoing(GuardedRequest request) {
        HttpUriRequestBase outgoing = new HttpUriRequestBase(request.method(), request.url());
        request.headers().fields().forEach((name, values) -> values.forEach(value -> outgoing.addHeader(name, value)));
        Body body = request.body();
        if (body != null) {
            ContentType type = request.headers()
                    .first("Content-Type")
                    .map(ContentType::parse)
                    .orElse(ContentType.APPLICATION_OCTET_STREAM);
            outgoing.removeHeaders("Content-Type");
            outgoing.setEntity(new ByteArrayEntity(body.bytes(), type));
        }
        return outgoing;
    }

    private static Answer answer(CloseableHttpClient client, HttpUriRequestBase request, URI url, int limit)
            throws IOException {
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            Headers headers = Headers.NONE;
            for (Header field : response.getHeaders()) {
                headers = headers.with(field.getName(), field.getValue() == null ? "" : field.getValue());
            }
            Body body = Body.EMPTY;
            if (response.getEntity() != null) {
                body = Body.read(response.getEntity().getContent(), limit);
                // Closing the stream would read the rest, however long; the connection is not used again.
                request.cancel();
            }
            return new Answer.Answered(response.getCode(), headers, body, url);
        }
    }

    private static DnsResolver pinned(InetAddress[] addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return addresses.clone();
            }

            @Override
            public String resolveCanonicalHostname(String host) throws UnknownHostException {
                return host;
            }
        };
    }
}
