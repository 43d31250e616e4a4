package org.commitcast.guardedhttp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * An HTTP client for addresses that other people chose. Every address is checked and pinned, redirects included; time
 * and bytes are bounded; outcomes are values. Safe for use by many threads.
 */
public final class GuardedHttp {
    private final AddressGuard guard;
    private final Hop hop;

    /** A client that names itself {@code userAgent} and trusts the certificates that the Java runtime trusts. */
    public GuardedHttp(AddressGuard guard, String userAgent) {
        this(guard, userAgent, SSLContexts.createSystemDefault());
    }

    GuardedHttp(AddressGuard guard, String userAgent, SSLContext tls) {
        this.guard = guard;
        this.hop = new Hop(tls, userAgent);
    }

    /** Sends a request and waits for its answer, at most the request's total time after the name is resolved. */
    public Answer send(GuardedRequest request) {
        long deadline = System.nanoTime() + request.limits().total().toNanos();
        GuardedRequest current = request;
        while (true) {
            Answer answer = once(current, Duration.ofNanos(deadline - System.nanoTime()));
            if (!(answer instanceof Answer.Answered answered) || request.redirects() == 0) {
                return answer;
            }
            Optional<GuardedRequest> next = Redirect.next(current, answered);
            if (next.isEmpty()) {
                return answer;
            }
            if (current.redirects() == 0) {
                return new Answer.Failed(request.url().getHost() + " redirects too often", true);
            }
            current = next.get();
        }
    }

    private Answer once(GuardedRequest request, Duration left) {
        if (left.isNegative() || left.isZero()) {
            return new Answer.Failed(request.url().getHost() + " took too long in all", true);
        }
        InetAddress[] addresses;
        try {
            addresses = guard.resolve(request.url());
        } catch (RefusedAddressException e) {
            return new Answer.Refused(String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return new Answer.Failed(request.url().getHost() + " has no known address", false);
        }
        return hop.send(request, addresses, left);
    }
}
