package org.commitcast.ingest.writeback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commitcast.ingest.proposal.OpenProposal;
import org.jspecify.annotations.Nullable;

/** Links that belong into one proposal. */
final class Group {
    private final String name;
    private final @Nullable OpenProposal open;
    private final List<Link> links = new ArrayList<>();
    private final Set<Link> insteadOfCommit = new HashSet<>();
    private @Nullable String because;

    /** @param open the one that is there already */
    Group(String name, @Nullable OpenProposal open) {
        this.name = name;
        this.open = open;
    }

    String name() {
        return name;
    }

    @Nullable OpenProposal open() {
        return open;
    }

    /** All that may be in it, and those that are. */
    List<Link> links() {
        return links;
    }

    /** The branch itself did not take these. */
    void insteadOfCommit(List<Link> refused, String why) {
        links.addAll(refused);
        insteadOfCommit.addAll(refused);
        because = why;
    }

    /** Whether the branch itself did not take it. */
    boolean isInsteadOfCommit(Link link) {
        return insteadOfCommit.contains(link);
    }

    /** Why the branch itself did not take them; absent where nobody tried. */
    @Nullable String because() {
        return because;
    }
}
