package org.commitcast.guardedhttp;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/** Makes the client of one exchange: no proxy, cookie, redirect or repetition that we did not decide on. */
final class Clients {
    private static final Http1Config HEADER_LIMITS = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(16 * 1024)
            .build();

    private Clients() {}

    static CloseableHttpClient of(SSLContext tls, String userAgent, DnsResolver pinned, SendMark mark, Limits limits) {
        Timeout connect = Timeout.of(limits.connect());
        Timeout response = Timeout.of(limits.response());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(1)
                .setDnsResolver(pinned)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEADER_LIMITS)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(response)
                        .build())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(response).build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setRequestExecutor(mark)
                .setUserAgent(userAgent)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(response)
                        .setRedirectsEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }
}
