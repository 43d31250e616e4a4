package org.commitcast.ingest.publishing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commitcast.contentreading.finding.Finding;

/** Which of a plan's findings are whose: a commit is told of the files that it changed, and of what it did to others. */
final class CommitFindings {
    private final Plan plan;
    private final Set<Known> before;
    private final Set<String> changed = new HashSet<>();

    /**
     * @param before what stood before
     * @param heads files that are the head's own besides those that changed on the way to it
     */
    CommitFindings(Plan plan, Set<Known> before, Set<String> heads) {
        this.plan = plan;
        this.before = before;
        plan.files().values().forEach(changed::addAll);
        changed.addAll(heads);
    }

    /** What was known: a rule that a file broke. Not where, nor in which words: both change without the file's doing. */
    record Known(String path, String rule) {}

    /** Those of all files that changed on the way, and what was not wrong with the others before. */
    List<Finding> ofHead() {
        return all(plan).stream()
                .filter(finding ->
                        changed.contains(finding.path()) || !before.contains(new Known(finding.path(), finding.rule())))
                .toList();
    }

    /** Those of the files that one commit on the way changed. */
    List<Finding> of(String commit) {
        Set<String> files = plan.files().getOrDefault(commit, Set.of());
        return all(plan).stream()
                .filter(finding -> files.contains(finding.path()))
                .toList();
    }

    static List<Finding> all(Plan plan) {
        List<Finding> all = new ArrayList<>(plan.sharedFindings());
        plan.findings().values().forEach(all::addAll);
        all.addAll(plan.across());
        return all;
    }
}
