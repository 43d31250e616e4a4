package org.commitcast.ingest.checkout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/** What becomes of a text that two changed, line by line as Git does it. */
public final class ThreeWayMerge {
    private ThreeWayMerge() {}

    /** Nothing where the two contradict each other. */
    public static Optional<byte[]> of(byte[] base, byte[] ours, byte[] theirs) {
        MergeResult<RawText> merged = new MergeAlgorithm()
                .merge(RawTextComparator.DEFAULT, new RawText(base), new RawText(ours), new RawText(theirs));
        if (merged.containsConflicts()) {
            return Optional.empty();
        }
        try (var bytes = new ByteArrayOutputStream()) {
            new MergeFormatter().formatMerge(bytes, merged, List.of("base", "ours", "theirs"), StandardCharsets.UTF_8);
            return Optional.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("nothing in memory fails to be written", e);
        }
    }
}
