package org.commitcast.ingest.writeback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commitcast.ingest.proposal.OpenProposal;
import org.jspecify.annotations.Nullable;

/** Links that belong into one proposal. */
final class Group {
    private final String name;
    private final @Nullable OpenProposal open;
    private final List<Link> links = new ArrayList<>();
    private final List<Link> members = new ArrayList<>();
    private final List<Link> withdrawn = new ArrayList<>();
    private final Map<Link, String> documents = new HashMap<>();
    private final Set<Link> insteadOfCommit = new HashSet<>();
    private @Nullable String because;
    private boolean changed;

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

    /** All that may be in it, and those that are and stay so. */
    List<Link> links() {
        return links;
    }

    /** All that are or were in the one that is there, whatever became of them. */
    List<Link> members() {
        return members;
    }

    /** Those that are to be taken out now. */
    List<Link> withdrawn() {
        return withdrawn;
    }

    /** Those that its branch has. */
    List<Link> standing() {
        OpenProposal there = open;
        return there == null
                ? List.of()
                : members.stream().filter(link -> link.isOn(there)).toList();
    }

    /** Where a link's document lies on the followed branch. */
    void lies(Link link, @Nullable String document) {
        if (document != null) {
            documents.put(link, document);
        }
    }

    @Nullable String document(Link link) {
        return documents.get(link);
    }

    /** A document that it has a link in is not as it was, on either branch. */
    void hasChanged() {
        changed = true;
    }

    boolean isChanged() {
        return changed;
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
