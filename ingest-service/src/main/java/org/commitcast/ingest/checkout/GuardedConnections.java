package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.http.client.HttpClient;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.DnsResolver;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.commitcast.guardedhttp.AddressGuard;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.apache.HttpClientConnection;

/**
 * Connections of one exchange over HTTP. Addresses are checked where they are resolved, so that what was checked is what
 * is connected to; JGit's own following of redirects asks here again, and credentials stay with their server.
 */
final class GuardedConnections implements HttpConnectionFactory, AutoCloseable {
    private final GitAccess access;
    private final AddressGuard guard;
    private final Budget budget;
    private final CloseableHttpClient client;

    GuardedConnections(GitAccess access, AddressGuard guard, Budget budget, Duration readTimeout) {
        this.access = access;
        this.guard = guard;
        this.budget = budget;
        this.client = client(guard::resolve, Math.toIntExact(readTimeout.toMillis()));
    }

    private static CloseableHttpClient client(DnsResolver resolver, int timeoutMillis) {
        var schemes = RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", PlainConnectionSocketFactory.getSocketFactory())
                .register("https", SSLConnectionSocketFactory.getSocketFactory())
                .build();
        RequestConfig times = RequestConfig.custom()
                .setConnectTimeout(Math.min(timeoutMillis, 10_000))
                .setConnectionRequestTimeout(timeoutMillis)
                .setSocketTimeout(timeoutMillis)
                .build();
        return HttpClients.custom()
                .setConnectionManager(new PoolingHttpClientConnectionManager(schemes, resolver))
                .setDefaultRequestConfig(times)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        URI target = URI.create(url.toString());
        InetAddress[] addresses = guard.resolve(target);
        if (addresses.length == 0) {
            throw new UnknownHostException(url.getHost());
        }
        if (access.hasCredentials() && !access.address().sameServer(target)) {
            throw new IOException(
                    "The repository redirects to " + url.getHost() + ", and credentials do not go there.");
        }
        return new BoundConnection(url.toString(), client, budget);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return create(url);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private static final class BoundConnection extends HttpClientConnection {
        private final Budget budget;

        BoundConnection(String url, HttpClient client, Budget budget) throws MalformedURLException {
            super(url, Proxy.NO_PROXY, client);
            this.budget = budget;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return budget.bound(super.getInputStream());
        }
    }
}
