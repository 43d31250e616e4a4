package org.commitcast.ingest.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What became of a discussion's link on its way into the document.
 *
 * @param how in one word: pending, waiting, written, proposed, withdrawn, left, refused
 * @param commit that has it, on the branch that is followed or on the proposal's
 * @param branch of the proposal, where it was proposed
 * @param proposal where the pull or merge request is
 * @param proposalState open, merged or closed
 * @param reason why it is not in the document
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WrittenBack(
        String how,
        @Nullable String commit,
        @Nullable String branch,
        @Nullable String proposal,
        @Nullable String proposalState,
        @Nullable String reason) {

    /** For people. */
    String text() {
        String words =
                switch (how) {
                    case "pending" -> "its link is about to be written into the document";
                    case "waiting" -> "its link waits for a document to be written into";
                    case "written" -> "its link is in the document" + (branch == null ? "" : ", by a proposal");
                    case "proposed" -> "its link is proposed on the branch " + branch;
                    case "withdrawn" -> "its link is about to be taken out of the proposal on the branch " + branch;
                    case "left" -> "its link is left to people";
                    default -> "its link could not be written into the document";
                };
        return reason == null ? words : words + ": " + reason;
    }
}
