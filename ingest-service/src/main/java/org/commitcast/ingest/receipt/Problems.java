package org.commitcast.ingest.receipt;

import java.util.List;

/** How much is wrong. */
record Problems(int errors, int warnings) {

    static Problems of(List<FindingView> findings) {
        int errors = (int) findings.stream()
                .filter(finding -> finding.severity().equals("error"))
                .count();
        return new Problems(errors, findings.size() - errors);
    }

    /** So many more errors. */
    Problems andErrors(int more) {
        return new Problems(errors + more, warnings);
    }
}
