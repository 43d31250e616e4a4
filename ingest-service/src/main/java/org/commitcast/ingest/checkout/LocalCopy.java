package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.jspecify.annotations.Nullable;

/** The bare local copy of a repository. Read by one thread at a time, beside which another may fetch. */
public final class LocalCopy implements AutoCloseable {
    static final String HEAD = "refs/commitcast/head";
    private static final String ANY = "refs/commitcast/any";
    private static final String BESIDE = "refs/commitcast/beside";

    private final Repository repository;
    private final Remotes remotes;
    private final CheckoutConfig limits;
    private final Likeness likeness;
    private @Nullable CommitTree tree;
    private volatile @Nullable Remote exchange;
    private volatile boolean abandoned;

    LocalCopy(Repository repository, Remotes remotes, CheckoutConfig limits) {
        this.repository = repository;
        this.remotes = remotes;
        this.limits = limits;
        this.likeness = new Likeness(repository);
    }

    /**
     * Brings the branch here.
     *
     * @param known the branch that was found to be the default one before; saves an exchange
     * @throws RepositoryUnavailableException also where the branch is not there
     */
    public Fetched fetch(GitAccess access, Optional<String> known) throws RepositoryUnavailableException {
        Optional<String> branch = Optional.ofNullable(access.branch()).or(() -> known);
        try (Remote remote = open(access)) {
            Optional<ObjectId> head = branch.isPresent() ? remote.fetch(branch.get()) : Optional.empty();
            if (head.isPresent()) {
                return new Fetched(branch.get(), head.get().name());
            }
        }
        return fetchAnew(access, known);
    }

    /** After a look at what is there: the first time, and where the branch is gone. */
    private Fetched fetchAnew(GitAccess access, Optional<String> known) throws RepositoryUnavailableException {
        Collection<Ref> references = references(access);
        try (Remote remote = open(access)) {
            Optional<String> branch = Optional.ofNullable(access.branch())
                    .or(() -> Remote.defaultBranch(references))
                    // Never in the place of one that is gone: what is left may be anything.
                    .or(() -> known.isPresent() ? Optional.empty() : Remote.onlyBranch(references));
            if (references.stream().noneMatch(ref -> ref.getObjectId() != null)) {
                return new Fetched(branch.orElse("main"), null);
            }
            if (branch.isEmpty()) {
                throw NoBranch.amongst(references, known);
            }
            ObjectId head = remote.fetch(branch.get())
                    .orElseThrow(() ->
                            new RepositoryUnavailableException("The repository has no branch " + branch.get() + "."));
            return new Fetched(branch.get(), head.name());
        }
    }

    private Remote open(GitAccess access) throws RepositoryUnavailableException {
        Remote remote = remotes.open(repository, access);
        exchange = remote;
        if (abandoned) {
            remote.cutOff();
        }
        return remote;
    }

    /** Ends a fetch that another thread is at, and each later one: nobody wants it any more. */
    public void abandonFetch() {
        abandoned = true;
        Remote remote = exchange;
        if (remote != null) {
            remote.cutOff();
        }
    }

    /**
     * The branch to follow now and its newest commit, by asking only.
     *
     * @param known the branch that was found to be the default one before
     */
    public Looked look(GitAccess access, Optional<String> known) throws RepositoryUnavailableException {
        try (Remote remote = remotes.openToLook(repository, access)) {
            Collection<Ref> references = remote.references();
            Optional<String> branch = Optional.ofNullable(access.branch())
                    .or(() -> Remote.defaultBranch(references))
                    .or(() -> known)
                    .or(() -> Remote.onlyBranch(references));
            return new Looked(branch, branch.flatMap(name -> head(references, name)));
        }
    }

    /**
     * What a repository shows to whoever only asks.
     *
     * @param branch nothing where nobody named one and the repository has none or several to choose from
     */
    public record Looked(Optional<String> branch, Optional<String> commit) {}

    /**
     * Brings a branch, tag, other reference or commit here, and nothing else.
     *
     * @param name of a branch or tag, a whole reference such as {@code refs/pull/7/head}, or a commit
     * @return the commit; nothing where the repository has none of this name
     */
    public Optional<String> fetchAny(GitAccess access, String name) throws RepositoryUnavailableException {
        if (ObjectId.isId(name) && has(name)) {
            return commitOf(ObjectId.fromString(name));
        }
        Collection<Ref> references = references(access);
        Optional<String> source = Stream.of(name, Constants.R_HEADS + name, Constants.R_TAGS + name)
                .filter(one -> one.startsWith(Constants.R_REFS) && Repository.isValidRefName(one))
                .filter(one -> Remote.named(references, one).isPresent())
                .findFirst()
                // A server that lets no plain commits go still has those that its references are at.
                .or(() -> references.stream()
                        .filter(ref -> name.equals(ObjectId.toString(ref.getObjectId())))
                        .map(Ref::getName)
                        .filter(one -> one.startsWith(Constants.R_REFS))
                        .findFirst())
                .or(() -> Optional.of(name).filter(ObjectId::isId));
        if (source.isEmpty()) {
            return Optional.empty();
        }
        try (Remote remote = remotes.open(repository, access)) {
            return remote.fetch(source.get(), ANY).flatMap(this::commitOf);
        }
    }

    private Optional<String> commitOf(ObjectId id) {
        if (!has(id.name())) {
            return Optional.empty();
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.peel(walk.parseAny(id)) instanceof RevCommit commit
                    ? Optional.of(commit.name())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("object " + id.name() + " is not readable", e);
        }
    }

    /** What a commit would be with another one merged into it; the result is nowhere but here. */
    public Merge merge(String into, String from) throws IOException {
        return merge(into, from, new CommitWriting("Commitcast", "commitcast@localhost", "Preview", Instant.EPOCH));
    }

    /** The same by a commit that says something of itself, to be pushed. */
    public Merge merge(String into, String from, CommitWriting how) throws IOException {
        return merge(into, from, Map.of(), how);
    }

    /** The same as if the first one had other content in some files. */
    public Merge merge(String into, String from, Map<String, byte[]> instead, CommitWriting how) throws IOException {
        return Merge.of(repository, ObjectId.fromString(into), ObjectId.fromString(from), instead, how);
    }

    /** The commit at which two branches parted; nothing where there is none, or several. */
    public Optional<String> parting(String one, String other) {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(ObjectId.fromString(one)));
            walk.markStart(walk.parseCommit(ObjectId.fromString(other)));
            RevCommit found = walk.next();
            return found == null || walk.next() != null ? Optional.empty() : Optional.of(found.name());
        } catch (MissingObjectException e) {
            // A copy that was cut off somewhere at the other end: how they go together is not to be seen.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("history of " + one + " is not readable", e);
        }
    }

    /** Whether merging a commit into another one would change none of its files. */
    public boolean bringsNothing(String commit, String into) {
        try (RevWalk walk = new RevWalk(repository)) {
            Optional<String> merged = merge(into, commit).commit();
            return merged.isPresent()
                    && walk.parseCommit(ObjectId.fromString(merged.get()))
                            .getTree()
                            .equals(walk.parseCommit(ObjectId.fromString(into)).getTree());
        } catch (IOException e) {
            throw new UncheckedIOException("history of " + into + " is not readable", e);
        }
    }

    /** Whether all that a commit has is in another one: it leads there. */
    public boolean isMerged(String commit, String into) {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(
                    walk.parseCommit(ObjectId.fromString(commit)), walk.parseCommit(ObjectId.fromString(into)));
        } catch (MissingObjectException e) {
            // A copy that was cut off somewhere at the other end: how they go together is not to be seen.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("history of " + into + " is not readable", e);
        }
    }

    private static Optional<String> head(Collection<Ref> references, String branch) {
        return Remote.named(references, Constants.R_HEADS + branch)
                .map(Ref::getObjectId)
                .map(ObjectId::name);
    }

    private Collection<Ref> references(GitAccess access) throws RepositoryUnavailableException {
        try (Remote remote = open(access)) {
            return remote.references();
        }
    }

    /** The files of a commit. */
    public CommitTree tree(String commit) {
        CommitTree last = tree;
        if (last == null || !last.commit().equals(commit)) {
            last = treeOf(commit);
            tree = last;
        }
        return last;
    }

    /** The files of a commit that is not the one at work. */
    public CommitTree treeOf(String commit) {
        return new CommitTree(repository, ObjectId.fromString(commit), limits);
    }

    /** The bytes of a file by its object id; empty where it is too large to be read. */
    public Optional<byte[]> file(String blob) {
        try {
            ObjectLoader loader = repository.open(ObjectId.fromString(blob));
            boolean tooLarge = loader.getSize() > limits.maxFileBytes().asLongValue();
            return tooLarge ? Optional.empty() : Optional.of(loader.getCachedBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("object " + blob + " is not readable", e);
        }
    }

    /** How commits lead to one another. */
    public History history() {
        return new History(repository, limits);
    }

    /** Whether a commit is here. */
    public boolean has(String commit) {
        try {
            return repository.getObjectDatabase().has(ObjectId.fromString(commit));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "local copy " + repository.getDirectory().getName() + " is not readable", e);
        }
    }

    /** How alike two files are, in percent, as Git counts it. */
    public int likeness(String oneBlob, String otherBlob) {
        return likeness.percent(ObjectId.fromString(oneBlob), ObjectId.fromString(otherBlob));
    }

    /** A commit on top of another one that changes the content of some files; it is nowhere but here yet. */
    public String commit(NewCommit commit) throws IOException {
        return commit.write(repository);
    }

    /** Keeps content for a commit that is to be made; returns its object id. */
    public String store(byte[] content) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, content);
            inserter.flush();
            return blob.name();
        }
    }

    /** A commit that brings and takes away files; it is nowhere but here yet. */
    public String commit(BranchCommit commit) throws IOException {
        return commit.write(repository);
    }

    /** Brings a branch here that may not be there, or not yet. */
    public Optional<String> fetchIfThere(GitAccess access, String branch) throws RepositoryUnavailableException {
        try (Remote remote = remotes.open(repository, access)) {
            return remote.fetch(branch).map(ObjectId::name);
        }
    }

    /** The newest commit of each branch at the other end, by the branch's name. */
    public Map<String, String> branches(GitAccess access) throws RepositoryUnavailableException {
        try (Remote remote = remotes.openToLook(repository, access)) {
            Map<String, String> heads = new TreeMap<>();
            Remote.branches(remote.references())
                    .filter(ref -> ref.getObjectId() != null)
                    .forEach(ref -> heads.put(
                            Repository.shortenRefName(ref.getName()),
                            ref.getObjectId().name()));
            return heads;
        }
    }

    /** Brings a branch of ours here that stands beside the one that is followed; nothing where it is gone. */
    public Optional<String> fetchBeside(GitAccess access, String branch) throws RepositoryUnavailableException {
        try (Remote remote = open(access)) {
            return remote.fetchBranch(branch, BESIDE).map(ObjectId::name);
        }
    }

    /**
     * Moves the branch at the other end from one commit to a later one.
     *
     * @param from absent where the branch is to be made
     */
    public PushOutcome push(GitAccess access, String branch, @Nullable String from, String to)
            throws RepositoryUnavailableException {
        ObjectId expected = from == null ? ObjectId.zeroId() : ObjectId.fromString(from);
        try (Remote remote = remotes.open(repository, access)) {
            return remote.push(branch, expected, ObjectId.fromString(to), repository);
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
