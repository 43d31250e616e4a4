package org.commitcast.ingest.writeback;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.ingest.checkout.CommitTree;
import org.commitcast.ingest.checkout.CommitWriting;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.checkout.Merge;
import org.commitcast.ingest.proposal.OpenProposal;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a further commit on a branch of ours goes on top of: the branch as it is, or with the followed one merged
 * into it, where that has documents that the branch lacks or changed those in which the branch has links. Where the two
 * contradict each other our links make way, and are written anew into what people made of the document.
 */
@ApplicationScoped
class Grounds {
    private final CommitTexts texts;

    Grounds(CommitTexts texts) {
        this.texts = texts;
    }

    /**
     * What it goes on top of.
     *
     * @param isOfBase whether it has all that the followed branch has
     * @param gone links that made way
     * @param contradiction why it cannot be merged; absent where it can, or nobody looked
     */
    record Ground(String commit, boolean isOfBase, Set<Link> gone, @Nullable String contradiction) {
        static Ground of(String commit, boolean isOfBase) {
            return new Ground(commit, isOfBase, Set.of(), null);
        }
    }

    /** Whether a branch is to be looked at again, though nothing is to be written there. */
    static boolean mayBe(Group group, @Nullable String tip) {
        return tip != null && group.isChanged();
    }

    Ground of(Attempt attempt, String base, Group group, List<Link> looked, OpenProposal open, @Nullable String tip)
            throws IOException {
        if (tip == null) {
            return Ground.of(attempt.head(), true);
        }
        CommitTree there = attempt.copy().treeOf(tip);
        List<Link> lacking = looked.stream()
                .filter(link -> !link.isOn(open))
                .filter(link -> isLacking(there, group.document(link)))
                .toList();
        if (lacking.isEmpty() && !group.isChanged()) {
            return Ground.of(tip, false);
        }
        Ground merged = merged(attempt, base, group, open, tip);
        if (merged.contradiction() != null) {
            lacking.forEach(link -> link.refused(merged.contradiction()));
            return merged;
        }
        // Nothing is merged only because it could be: people see on the branch what it is for.
        return lacking.isEmpty() && merged.gone().isEmpty() ? Ground.of(tip, false) : merged;
    }

    private static boolean isLacking(CommitTree there, @Nullable String document) {
        return document == null || there.blob(document) == null;
    }

    private Ground merged(Attempt attempt, String base, Group group, OpenProposal open, String tip) throws IOException {
        LocalCopy copy = attempt.copy();
        CommitWriting how = texts.merge(attempt.site().statement().writeBack(), base, open.branch());
        Merge merge = copy.merge(tip, attempt.head(), how);
        Set<String> wrong = new TreeSet<>(merge.conflicts());
        merge.commit().ifPresent(commit -> wrong.addAll(spoilt(attempt, group, copy.treeOf(tip), copy.treeOf(commit))));
        if (wrong.isEmpty()) {
            return Ground.of(merge.commit().orElseThrow(), true);
        }
        Map<String, byte[]> instead = new LinkedHashMap<>();
        Set<Link> gone = new HashSet<>();
        copy.parting(tip, attempt.head()).ifPresent(parting -> {
            var originals = new Originals(attempt.reader(), copy.treeOf(tip), copy.treeOf(parting));
            for (String path : wrong) {
                List<Link> ours = originals.standing(path, group.members());
                originals
                        .without(path, ours, ours)
                        .filter(without -> !ours.isEmpty())
                        .ifPresent(without -> {
                            instead.put(path, without);
                            gone.addAll(ours);
                        });
            }
        });
        Merge again = instead.isEmpty() ? merge : copy.merge(tip, attempt.head(), instead, how);
        if (again.commit().isPresent()) {
            return new Ground(again.commit().get(), true, gone, null);
        }
        return new Ground(
                tip,
                false,
                Set.of(),
                "The branch " + open.branch() + " and " + base + " contradict each other in "
                        + String.join(", ", again.conflicts().isEmpty() ? wrong : again.conflicts())
                        + "; merge or close what is proposed there.");
    }

    /** Documents that would be spoilt by a merge of which Git sees no harm, as where both have the key in another place. */
    private static Set<String> spoilt(Attempt attempt, Group group, CommitTree there, CommitTree merged) {
        Set<String> paths = new TreeSet<>();
        for (Link link : group.members()) {
            String path = String.valueOf(link.path());
            String blob = merged.blob(path);
            boolean isOfBoth = blob != null
                    && !blob.equals(there.blob(path))
                    && !blob.equals(attempt.tree().blob(path));
            if (isOfBoth && !flaws(attempt, path, attempt.tree()).containsAll(flaws(attempt, path, merged))) {
                paths.add(path);
            }
        }
        return paths;
    }

    private static Set<String> flaws(Attempt attempt, String path, CommitTree tree) {
        return tree.read(path)
                .map(bytes -> attempt.reader().read(path, bytes))
                .map(reading -> reading.findings().stream()
                        .map(Finding::rule)
                        .filter(rule -> reading.document().isEmpty() || rule.startsWith("front-matter."))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
