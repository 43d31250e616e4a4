package org.commitcast.ingest.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.ingest.publishing.Preview;
import org.commitcast.ingest.receipt.FindingView;
import org.jspecify.annotations.Nullable;

/**
 * A preview as REST shows it.
 *
 * @param commit what the reference is at now
 * @param onto the commit that is published now
 * @param mergeable whether it goes together with that
 * @param conflicts the files in which it does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewView(
        String site,
        String ref,
        String commit,
        @Nullable String onto,
        boolean mergeable,
        List<String> conflicts,
        long errors,
        long warnings,
        List<Preview.Change> items,
        List<FindingView> findings) {

    static PreviewView of(String site, String ref, String commit, @Nullable String onto, Preview preview) {
        long errors = preview.findings().stream().filter(Finding::isError).count();
        return new PreviewView(
                site,
                ref,
                commit,
                onto,
                true,
                List.of(),
                errors,
                preview.findings().size() - errors,
                preview.changes(),
                preview.findings().stream().map(FindingView::of).toList());
    }

    static PreviewView contradicting(
            String site, String ref, String commit, @Nullable String onto, List<String> conflicts) {
        return new PreviewView(site, ref, commit, onto, false, conflicts, 0, 0, List.of(), List.of());
    }
}
