package org.commitcast.ingest.checkout;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.HttpClient;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
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
import org.jspecify.annotations.Nullable;

/**
 * Connections of one exchange over HTTP. Each host is resolved once, and what was checked is what is connected to; JGit's
 * own following of redirects asks here again. Once credentials are in use, nothing goes to another
 * server any more, because JGit would take them along.
 */
final class GuardedConnections implements HttpConnectionFactory, AutoCloseable {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "checkout-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * JGit does not read what people are told beside a refusal or a redirect, and each such answer keeps its connection
     * until the exchange ends: more of them than JGit makes attempts.
     */
    private static final int MOST_CONNECTIONS = 32;

    private static final MessageConstraints HEADERS = MessageConstraints.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(16 * 1024)
            .build();

    private final RepositoryAddress address;
    private final Optional<OwnServerOnly> credentials;
    private final AddressGuard guard;
    private final Budget budget;
    private final CloseableHttpClient client;
    private final ScheduledFuture<?> deadline;
    private volatile boolean asksForPatience;
    private volatile @Nullable Duration retryAfter;

    GuardedConnections(
            RepositoryAddress address,
            Optional<OwnServerOnly> credentials,
            AddressGuard guard,
            Budget budget,
            Duration readTimeout) {
        this.address = address;
        this.credentials = credentials;
        this.guard = guard.pinned();
        this.budget = budget;
        this.client = client(this.guard::resolve, Math.toIntExact(readTimeout.toMillis()));
        // Who sends a byte now and then passes the limits of silence, and headers are not counted by the budget.
        this.deadline = CLOCK.schedule(this::abort, budget.left().toMillis(), TimeUnit.MILLISECONDS);
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
        var connections = new PoolingHttpClientConnectionManager(schemes, resolver);
        connections.setDefaultMaxPerRoute(MOST_CONNECTIONS);
        connections.setMaxTotal(MOST_CONNECTIONS);
        connections.setDefaultConnectionConfig(
                ConnectionConfig.custom().setMessageConstraints(HEADERS).build());
        return HttpClients.custom()
                .setConnectionManager(connections)
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
        boolean told = credentials.filter(OwnServerOnly::told).isPresent();
        if (told && !address.sameServer(target)) {
            throw new OtherServerException(url.getHost());
        }
        return new BoundConnection(url.toString(), client);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return create(url);
    }

    private void abort() {
        try {
            client.close();
        } catch (IOException e) {
            // Then there is nothing to be cut off.
        }
    }

    @Override
    public void close() throws IOException {
        deadline.cancel(false);
        client.close();
    }

    /** Whether the other side said that it was asked too often. */
    boolean asksForPatience() {
        return asksForPatience;
    }

    /** For how long, where it said so. */
    @Nullable Duration retryAfter() {
        return retryAfter;
    }

    private final class BoundConnection extends HttpClientConnection {
        private static final int TOO_MANY_REQUESTS = 429;
        private static final int UNAVAILABLE = 503;

        BoundConnection(String url, HttpClient client) throws MalformedURLException {
            super(url, Proxy.NO_PROXY, client);
        }

        @Override
        public int getResponseCode() throws IOException {
            int status = super.getResponseCode();
            if (status == TOO_MANY_REQUESTS || status == UNAVAILABLE) {
                asksForPatience = true;
                String pause = getHeaderField("Retry-After");
                retryAfter =
                        pause != null && pause.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(pause)) : null;
            }
            return status;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(budget.bound(super.getInputStream())) {
                /** Otherwise to close it would be to read on to the end of what is sent, which may never come. */
                @Override
                public void close() throws IOException {
                    if (budget.exceeded() == null) {
                        super.close();
                    } else {
                        abort();
                    }
                }
            };
        }
    }
}
