package org.commitcast.ingest.checkout;

import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.commitcast.guardedhttp.AddressGuard;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/** One exchange with the repository at the other end, within its budget. */
final class Remote implements AutoCloseable {
    /** The name that forges expect beside a token. */
    private static final String TOKEN_USER = "x-access-token";

    private final GitAccess access;
    private final Budget budget;
    private final Transport transport;
    private final @Nullable GuardedConnections connections;

    private Remote(GitAccess access, Budget budget, Transport transport, @Nullable GuardedConnections connections) {
        this.access = access;
        this.budget = budget;
        this.transport = transport;
        this.connections = connections;
    }

    static Remote open(Repository copy, GitAccess access, AddressGuard guard, CheckoutConfig limits)
            throws RepositoryUnavailableException {
        Budget budget = new Budget(limits.fetchTimeout(), limits.maxBytes().asLongValue(), limits.maxObjects());
        Transport transport;
        try {
            transport = Transport.open(copy, new URIish(access.address().uri().toString()));
        } catch (Exception e) {
            throw new RepositoryUnavailableException("There is no repository at this address.", e);
        }
        transport.setTimeout((int) limits.readTimeout().toSeconds());
        transport.setTagOpt(TagOpt.NO_TAGS);
        transport.setRemoveDeletedRefs(false);
        String password = access.password();
        if (password != null) {
            String user = access.username() == null ? TOKEN_USER : access.username();
            transport.setCredentialsProvider(new UsernamePasswordCredentialsProvider(user, password));
        }
        GuardedConnections connections = null;
        if (transport instanceof TransportHttp http) {
            connections = new GuardedConnections(access, guard, budget, limits.readTimeout());
            http.setHttpConnectionFactory(connections);
        }
        return new Remote(access, budget, transport, connections);
    }

    /** All references that the repository advertises. */
    Collection<Ref> references() throws RepositoryUnavailableException {
        try (FetchConnection connection = transport.openFetch()) {
            return List.copyOf(connection.getRefs());
        } catch (TransportException e) {
            if (e.getClass().getSimpleName().equals("NoRemoteRepositoryException")
                    && access.address().isLocal()) {
                throw new RepositoryUnavailableException("There is no repository at this address.", e);
            }
            throw unavailable(e);
        } catch (Exception e) {
            throw unavailable(e);
        }
    }

    /** The branch that people get who name none; nothing in an empty repository. */
    Optional<String> defaultBranch(Collection<Ref> references) {
        Optional<Ref> head = named(references, Constants.HEAD);
        Optional<String> symbolic =
                head.filter(Ref::isSymbolic).map(ref -> ref.getTarget().getName());
        return symbolic.or(() -> head.flatMap(ref -> references.stream()
                        .filter(branch -> branch.getName().startsWith(Constants.R_HEADS))
                        .filter(branch ->
                                String.valueOf(branch.getObjectId()).equals(String.valueOf(ref.getObjectId())))
                        .map(Ref::getName)
                        .findFirst()))
                .map(Repository::shortenRefName);
    }

    static Optional<Ref> named(Collection<Ref> references, String name) {
        return references.stream().filter(ref -> ref.getName().equals(name)).findFirst();
    }

    /** Fetches a branch that is there; nothing where it is not. */
    Optional<ObjectId> fetch(String branch) throws RepositoryUnavailableException {
        String theirs = Constants.R_HEADS + branch;
        RefSpec spec = new RefSpec("+" + theirs + ":" + LocalCopy.HEAD);
        try {
            var result = transport.fetch(budget, List.of(spec));
            Ref advertised = result.getAdvertisedRef(theirs);
            return Optional.ofNullable(advertised).map(Ref::getObjectId);
        } catch (TransportException e) {
            if (budget.exceeded() == null && named(references(), theirs).isEmpty()) {
                return Optional.empty();
            }
            throw unavailable(e);
        } catch (Exception e) {
            throw unavailable(e);
        }
    }

    /** Moves the branch on, never by force. */
    PushOutcome push(String branch, ObjectId from, ObjectId to, Repository copy) throws RepositoryUnavailableException {
        if (isCheckedOut(branch)) {
            return new PushOutcome.Refused("The branch is checked out in the repository; push to a bare one instead.");
        }
        try {
            String theirs = Constants.R_HEADS + branch;
            var update = new RemoteRefUpdate(copy, to.name(), to, theirs, false, null, from);
            transport.push(budget, List.of(update));
            return switch (update.getStatus()) {
                case OK, UP_TO_DATE -> new PushOutcome.Pushed(to.name());
                case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> new PushOutcome.Moved();
                default ->
                    new PushOutcome.Refused(
                            String.valueOf(update.getMessage() == null ? update.getStatus() : update.getMessage()));
            };
        } catch (TransportException e) {
            String reason = unavailable(e).reason();
            return Reasons.isRefusal(e) ? new PushOutcome.Refused(reason) : failed(e);
        } catch (IOException e) {
            return failed(e);
        }
    }

    /** As Git itself refuses it: the files of somebody who works there would not fit to their branch any more. */
    private boolean isCheckedOut(String branch) throws RepositoryUnavailableException {
        if (!access.address().isLocal()) {
            return false;
        }
        File folder = new File(access.address().uri());
        try (Repository theirs = new FileRepositoryBuilder()
                .setGitDir(RepositoryCache.FileKey.resolve(folder, FS.DETECTED))
                .setMustExist(true)
                .build()) {
            return !theirs.isBare() && branch.equals(theirs.getBranch());
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private PushOutcome failed(Exception e) throws RepositoryUnavailableException {
        throw unavailable(e);
    }

    private RepositoryUnavailableException unavailable(Exception e) {
        String limit = budget.exceeded();
        return new RepositoryUnavailableException(limit != null ? limit : Reasons.of(e, access), e);
    }

    @Override
    public void close() throws RepositoryUnavailableException {
        transport.close();
        if (connections != null) {
            try {
                connections.close();
            } catch (IOException e) {
                throw unavailable(e);
            }
        }
    }
}
