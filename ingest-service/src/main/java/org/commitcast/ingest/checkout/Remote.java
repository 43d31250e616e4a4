package org.commitcast.ingest.checkout;

import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TrackingRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.util.FS;

/** One exchange with the repository at the other end, within its budget. */
final class Remote implements AutoCloseable {
    private final RepositoryAddress address;
    private final Transport transport;
    private final AutoCloseable connections;
    private final Budget budget;
    private final Failures failures;

    Remote(
            RepositoryAddress address,
            Transport transport,
            AutoCloseable connections,
            Budget budget,
            Failures failures) {
        this.address = address;
        this.transport = transport;
        this.connections = connections;
        this.budget = budget;
        this.failures = failures;
    }

    /** All references that the repository advertises. */
    Collection<Ref> references() throws RepositoryUnavailableException {
        try (FetchConnection connection = transport.openFetch()) {
            return List.copyOf(connection.getRefs());
        } catch (TransportException e) {
            if (e.getClass().getSimpleName().equals("NoRemoteRepositoryException") && address.isLocal()) {
                throw new RepositoryUnavailableException("There is no repository at this address.", e);
            }
            throw failures.of(e);
        } catch (Exception e) {
            throw failures.of(e);
        }
    }

    /** The branch that people get who name none; nothing in an empty repository, or where it was never pushed to. */
    static Optional<String> defaultBranch(Collection<Ref> references) {
        Optional<Ref> head = named(references, Constants.HEAD);
        Optional<String> symbolic =
                head.filter(Ref::isSymbolic).map(ref -> ref.getTarget().getName());
        return symbolic.or(() -> head.flatMap(ref -> branches(references)
                        .filter(branch ->
                                String.valueOf(branch.getObjectId()).equals(String.valueOf(ref.getObjectId())))
                        .map(Ref::getName)
                        .findFirst()))
                .map(Repository::shortenRefName);
    }

    /** The branch of a repository that has one only: a bare one often names another, which was never pushed to. */
    static Optional<String> onlyBranch(Collection<Ref> references) {
        return Optional.of(branches(references).toList())
                .filter(all -> all.size() == 1)
                .map(all -> Repository.shortenRefName(all.get(0).getName()));
    }

    static Stream<Ref> branches(Collection<Ref> references) {
        return references.stream().filter(ref -> ref.getName().startsWith(Constants.R_HEADS));
    }

    static Optional<Ref> named(Collection<Ref> references, String name) {
        return references.stream().filter(ref -> ref.getName().equals(name)).findFirst();
    }

    /** Fetches a branch that is there; nothing where it is not. */
    Optional<ObjectId> fetch(String branch) throws RepositoryUnavailableException {
        return fetchBranch(branch, LocalCopy.HEAD);
    }

    /** The same under another name here. */
    Optional<ObjectId> fetchBranch(String branch, String ours) throws RepositoryUnavailableException {
        String theirs = Constants.R_HEADS + branch;
        RefSpec spec = new RefSpec("+" + theirs + ":" + ours);
        try {
            var result = transport.fetch(budget, List.of(spec));
            Ref advertised = result.getAdvertisedRef(theirs);
            return Optional.ofNullable(advertised).map(Ref::getObjectId);
        } catch (TransportException e) {
            // Asking again is for what may be missing; who was refused would only be refused again.
            boolean mayBeMissing = budget.exceeded() == null && !Reasons.isRefusal(e);
            if (mayBeMissing && named(references(), theirs).isEmpty()) {
                return Optional.empty();
            }
            throw failures.of(e);
        } catch (Exception e) {
            throw failures.of(e);
        }
    }

    /** Fetches a reference, or a commit that the other side lets go; nothing where it does not have it. */
    Optional<ObjectId> fetch(String source, String target) throws RepositoryUnavailableException {
        try {
            var result = transport.fetch(budget, List.of(new RefSpec("+" + source + ":" + target)));
            // A plain commit is brought here without a reference to it.
            return ObjectId.isId(source)
                    ? Optional.of(ObjectId.fromString(source))
                    : Optional.ofNullable(result.getTrackingRefUpdate(target)).map(TrackingRefUpdate::getNewObjectId);
        } catch (TransportException e) {
            // Whoever has no such commit says so in words only.
            boolean mayBeMissing = budget.exceeded() == null && !Reasons.isRefusal(e) && ObjectId.isId(source);
            if (mayBeMissing) {
                return Optional.empty();
            }
            throw failures.of(e);
        } catch (Exception e) {
            throw failures.of(e);
        }
    }

    /** Moves the branch on, never by force; from the zero id it is made, unless it is there by now. */
    PushOutcome push(String branch, ObjectId from, ObjectId to, Repository copy) throws RepositoryUnavailableException {
        if (isCheckedOut(branch)) {
            return new PushOutcome.Refused(
                    "The branch is checked out in the repository; push to a bare one instead.", false);
        }
        try {
            String theirs = Constants.R_HEADS + branch;
            var update = new RemoteRefUpdate(copy, to.name(), to, theirs, false, null, from);
            PushResult result = transport.push(budget, List.of(update));
            return switch (update.getStatus()) {
                case OK, UP_TO_DATE -> new PushOutcome.Pushed(to.name());
                case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> new PushOutcome.Moved();
                default -> rejected(update, from, result.getMessages());
            };
        } catch (TransportException e) {
            var failure = failures.of(e);
            if (Reasons.isRefusal(e)) {
                return new PushOutcome.Refused(failure.reason(), false);
            }
            throw failure;
        } catch (IOException e) {
            throw failures.of(e);
        }
    }

    /** Who was faster may have been faster after the server had told us where the branch is. */
    private PushOutcome rejected(RemoteRefUpdate update, ObjectId from, String said)
            throws RepositoryUnavailableException {
        String reason = String.valueOf(update.getMessage() == null ? update.getStatus() : update.getMessage());
        ObjectId theirs = named(references(), update.getRemoteName())
                .map(Ref::getObjectId)
                .orElse(ObjectId.zeroId());
        boolean stays = from.equals(theirs);
        return Reasons.isRace(reason) || !stays
                ? new PushOutcome.Moved()
                : new PushOutcome.Refused(Reasons.withWords(reason, said), true);
    }

    /** As Git itself refuses it: the files of somebody who works there would not fit to their branch any more. */
    private boolean isCheckedOut(String branch) throws RepositoryUnavailableException {
        if (!address.isLocal()) {
            return false;
        }
        File folder = new File(address.uri());
        try (Repository theirs = new FileRepositoryBuilder()
                .setGitDir(RepositoryCache.FileKey.resolve(folder, FS.DETECTED))
                .setMustExist(true)
                .build()) {
            return !theirs.isBare() && branch.equals(theirs.getBranch());
        } catch (IOException e) {
            throw failures.of(e);
        }
    }

    /** Ends the exchange from another thread: whoever waits for the other side gets an error. */
    void cutOff() {
        try {
            connections.close();
        } catch (Exception e) {
            // Then there is nothing that could be cut off, and its limits of time end it.
        }
    }

    @Override
    public void close() throws RepositoryUnavailableException {
        transport.close();
        try {
            connections.close();
        } catch (Exception e) {
            throw failures.of(e);
        }
    }
}
