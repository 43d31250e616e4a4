package org.commitcast.ingest.checkout;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.commitcast.guardedhttp.AddressGuard;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** Begins exchanges with repositories at the other end: checked addresses, credentials, limits. */
@ApplicationScoped
@Startup // What is missing for ssh is to be seen at the start.
class Remotes {
    private final AddressGuard guard;
    private final CheckoutConfig limits;
    private final ForgeAccess forges;

    Remotes(AddressGuard guard, CheckoutConfig limits, ForgeAccess forges) {
        this.guard = guard;
        this.limits = limits;
        this.forges = forges;
        if (limits.ssh().allow() && limits.ssh().knownHosts().isEmpty()) {
            throw new IllegalStateException(
                    "COMMITCAST_SSH_KNOWN_HOSTS is missing: with COMMITCAST_ALLOW_SSH it names the file of known servers");
        }
    }

    /** For an exchange of objects. */
    Remote open(Repository copy, GitAccess access) throws RepositoryUnavailableException {
        return open(copy, access, limits.fetchTimeout(), "commitcast.checkout.fetch-timeout");
    }

    /** For a look at what is there. */
    Remote openToLook(Repository copy, GitAccess access) throws RepositoryUnavailableException {
        return open(copy, access, limits.lookTimeout(), "commitcast.checkout.look-timeout");
    }

    private Remote open(Repository copy, GitAccess access, Duration time, String ofTime)
            throws RepositoryUnavailableException {
        Budget budget = new Budget(time, ofTime, limits.maxBytes().asLongValue(), limits.maxObjects());
        Optional<Login> login = forges.login(access);
        Transport transport = transport(copy, access, login, budget);
        transport.setTimeout((int) limits.readTimeout().toSeconds());
        transport.setTagOpt(TagOpt.NO_TAGS);
        transport.setRemoveDeletedRefs(false);
        Optional<OwnServerOnly> credentials = login.map(known -> new OwnServerOnly(access.address(), known));
        credentials.ifPresent(transport::setCredentialsProvider);
        GuardedConnections connections = null;
        AutoCloseable sessions = () -> {};
        if (transport instanceof TransportHttp http) {
            connections = new GuardedConnections(access.address(), credentials, guard, budget, limits.readTimeout());
            http.setHttpConnectionFactory(connections);
            sessions = connections;
        } else if (transport instanceof SshTransport ssh) {
            SshSessions bySsh = SshSessions.of(
                    access, limits.folder(), limits.ssh().knownHosts().orElseThrow(), budget);
            ssh.setSshSessionFactory(bySsh);
            sessions = bySsh;
        }
        var failures = new Failures(access.address(), login, budget, connections, forges);
        return new Remote(access.address(), transport, sessions, budget, failures);
    }

    private Transport transport(Repository copy, GitAccess access, Optional<Login> login, Budget budget)
            throws RepositoryUnavailableException {
        try {
            URIish uri = new URIish(access.address().uri().toString());
            if (access.address().isSsh()) {
                // Resolved once: what was checked is what is connected to. Over HTTP the connections do the same.
                uri = uri.setHost(guard.resolve(uri.getHost())[0].getHostAddress());
            }
            return Transport.open(copy, uri);
        } catch (UnknownHostException e) {
            throw new Failures(access.address(), login, budget, null, forges).of(e);
        } catch (URISyntaxException | IOException e) {
            throw new RepositoryUnavailableException("There is no repository at this address.", e);
        }
    }
}
