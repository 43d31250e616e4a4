package org.commitcast.notify.outgoing;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.AddressPolicy;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.guardedhttp.RefusedAddressException;

/** The HTTP clients of the service. */
@Startup
@ApplicationScoped
public class OutgoingHttp {
    private static final String USER_AGENT = "Commitcast/0.1";

    private final AddressGuard guard;
    private final GuardedHttp secured;
    private final GuardedHttp open;
    private final GuardedHttp content;

    OutgoingHttp(OutgoingConfig config) {
        AddressPolicy policy = policy(config);
        this.guard = new AddressGuard(policy);
        this.secured = new GuardedHttp(guard, USER_AGENT);
        this.content = new GuardedHttp(new AddressGuard(contentPolicy(config).andPlainHttp()), USER_AGENT);
        this.open = new GuardedHttp(new AddressGuard(policy.andPlainHttp()), USER_AGENT);
    }

    /** Sends a request that may carry secrets: to public addresses by HTTPS only. */
    public Answer send(GuardedRequest request) {
        return secured.send(request);
    }

    /** Sends a request that carries no secret. */
    public Answer sendInTheOpen(GuardedRequest request) {
        return open.send(request);
    }

    /**
     * Sends a request for something that content names, without secrets. What the deployment allows beside public
     * addresses is for its own forges and servers, not for whoever writes documents.
     */
    public Answer sendForContent(GuardedRequest request) {
        return content.send(request);
    }

    /** Why requests that may carry secrets are not sent there; empty where they are, or the name is not known now. */
    public Optional<String> refusal(URI address) {
        try {
            guard.resolve(address);
            return Optional.empty();
        } catch (RefusedAddressException e) {
            return Optional.ofNullable(e.getMessage());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** This machine itself only where all is on it. */
    private static AddressPolicy contentPolicy(OutgoingConfig config) {
        boolean local = config.allowAddresses()
                .filter(list -> Arrays.asList(list.split("[,\\s]+")).contains("loopback"))
                .isPresent();
        return AddressPolicy.allowing(local ? "loopback" : "");
    }

    private static AddressPolicy policy(OutgoingConfig config) {
        try {
            return AddressPolicy.allowing(config.allowAddresses().orElse(""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("COMMITCAST_ALLOW_ADDRESSES: " + e.getMessage(), e);
        }
    }
}
