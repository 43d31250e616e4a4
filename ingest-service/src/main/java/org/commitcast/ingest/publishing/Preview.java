package org.commitcast.ingest.publishing;

import java.time.Instant;
import java.util.List;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentreading.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What publishing a commit would do.
 *
 * @param findings in the files that it changes, and in what is read with them
 */
public record Preview(List<Change> changes, List<Finding> findings) {

    public Preview {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }

    /**
     * What it would do to an item.
     *
     * @param item the content id; absent where it would be new
     * @param change what happens to the document: added, changed, moved, removed
     * @param outcome what happens to the item: published, revised, withdrawn, unchanged, held, hidden, waiting
     * @param due when what waits for its date would go out
     * @param fields what would differ, for an item that is revised
     */
    public record Change(
            @Nullable String item,
            String change,
            String outcome,
            String path,
            @Nullable String previousPath,
            @Nullable Kind kind,
            String title,
            @Nullable String guid,
            @Nullable String url,
            @Nullable Instant due,
            List<String> fields) {}
}
