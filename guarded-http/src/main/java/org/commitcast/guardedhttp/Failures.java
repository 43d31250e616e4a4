package org.commitcast.guardedhttp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says in words what went wrong, without the exception's message: it may quote what was sent. */
final class Failures {
    private static final Map<Class<? extends IOException>, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(ConnectTimeoutException.class, " did not take the connection in time");
        WORDS.put(SocketTimeoutException.class, " did not answer in time");
        WORDS.put(ConnectException.class, " did not take the connection");
        WORDS.put(UnknownHostException.class, " has no known address");
        WORDS.put(SSLException.class, " could not agree on TLS with us or has no valid certificate");
        WORDS.put(NoHttpResponseException.class, " closed the connection without an answer");
        WORDS.put(ConnectionClosedException.class, " closed the connection in the middle");
    }

    private Failures() {}

    static String reason(String host, IOException failure) {
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(failure))
                .findFirst()
                .map(entry -> host + entry.getValue())
                .orElseGet(() -> "the exchange with " + host + " broke ("
                        + failure.getClass().getSimpleName() + ")");
    }
}
