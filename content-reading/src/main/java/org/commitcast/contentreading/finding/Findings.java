package org.commitcast.contentreading.finding;

import java.util.ArrayList;
import java.util.List;

/** Collects the findings of one file while it is read. */
public final class Findings {

    private static final int MAX = 100;

    private final String path;
    private final List<Finding> found = new ArrayList<>();

    public Findings(String path) {
        this.path = path;
    }

    public void error(String rule, Position position, String message) {
        add(new Finding(rule, Severity.ERROR, path, position, message));
    }

    /**
     * An escape such as {@code \\0} stood for a character that no feed can carry and no database holds.
     *
     * @param rules the prefix of the rule
     */
    public void controlCharacter(String rules, Position position) {
        warning(
                rules + ".control-character",
                position,
                "An invisible control character was left out; delete it from the file.");
    }

    public void warning(String rule, Position position, String message) {
        add(new Finding(rule, Severity.WARNING, path, position, message));
    }

    /** The first hundred tell enough; but no error is kept silent behind warnings. */
    private void add(Finding finding) {
        if (found.size() < MAX || (finding.isError() && !hasErrors())) {
            found.add(finding);
        }
    }

    /** Whether further warnings are dropped. */
    public boolean isFull() {
        return found.size() >= MAX;
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Finding::isError);
    }

    /** All so far, in the order in which they were found. */
    public List<Finding> list() {
        return List.copyOf(found);
    }
}
