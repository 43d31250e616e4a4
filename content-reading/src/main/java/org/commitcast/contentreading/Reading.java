package org.commitcast.contentreading;

import java.util.List;
import java.util.Optional;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.transcript.Transcript;

/**
 * What came of reading one file: a document, a transcript, or neither, and what was found wrong.
 *
 * @param document present even with errors where it could be made out, so that an item can be named in a message;
 *     {@link #isHeld()} says whether it may go out
 */
public record Reading(
        String path, Optional<Document> document, Optional<Transcript> transcript, List<Finding> findings) {

    public Reading {
        findings = List.copyOf(findings);
    }

    static Reading nothing(String path, List<Finding> findings) {
        return new Reading(path, Optional.empty(), Optional.empty(), findings);
    }

    /** Whether an error keeps what is in the file from going out. */
    public boolean isHeld() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
