package org.commitcast.ingest.checkout;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** Says which branches an owner may choose from, where none can be told to be the one that is meant. */
final class NoBranch {
    /** Of so many at most. */
    private static final int SHOWN = 5;

    private NoBranch() {}

    static RepositoryUnavailableException amongst(Collection<Ref> references, Optional<String> gone) {
        String choice = Remote.branches(references)
                .map(ref -> Repository.shortenRefName(ref.getName()))
                .limit(SHOWN)
                .collect(Collectors.joining(", "));
        return new RepositoryUnavailableException(
                gone.map(branch -> "The branch " + branch + " is gone, and the").orElse("The")
                        + " repository names no default branch"
                        + (choice.isEmpty() ? " and has none." : ": name one of its own, such as " + choice + "."));
    }
}
