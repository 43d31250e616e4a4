package org.commitcast.ingest.checkout;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of one exchange why it failed, and remembers what the other side does not take. */
final class Failures {
    private final RepositoryAddress address;
    private final Optional<Login> login;
    private final Budget budget;
    private final @Nullable GuardedConnections connections;
    private final ForgeAccess forges;

    Failures(
            RepositoryAddress address,
            Optional<Login> login,
            Budget budget,
            @Nullable GuardedConnections connections,
            ForgeAccess forges) {
        this.address = address;
        this.login = login;
        this.budget = budget;
        this.connections = connections;
        this.forges = forges;
    }

    RepositoryUnavailableException of(Exception failure) {
        String limit = budget.exceeded();
        if (limit != null) {
            return new RepositoryUnavailableException(limit, failure);
        }
        if (connections != null && connections.asksForPatience()) {
            return new RepositoryUnavailableException(
                    address.uri().getHost() + " was asked too often and wants to be left alone for a while.",
                    failure,
                    connections.retryAfter());
        }
        if (Reasons.isRefusal(failure)) {
            login.ifPresent(forges::refused);
        }
        return new RepositoryUnavailableException(new Reasons(address, login).of(failure), failure);
    }
}
