package org.commitcast.commandline.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.commitcast.contentreading.finding.Finding;
import org.jspecify.annotations.Nullable;

/** What a check came to; the names are those of the JSON form. */
record Outcome(
        int documents, int transcripts, long errors, long warnings, List<Line> findings, List<Correction> corrections) {

    static Outcome of(int documents, int transcripts, List<Finding> findings, List<Correction> corrections) {
        long errors = findings.stream().filter(Finding::isError).count();
        return new Outcome(
                documents,
                transcripts,
                errors,
                findings.size() - errors,
                findings.stream().map(Line::of).toList(),
                corrections);
    }

    int exitCode(boolean strict) {
        boolean left = corrections.stream().anyMatch(one -> one.refused() != null);
        return errors > 0 || (strict && (warnings > 0 || left)) ? 1 : 0;
    }

    record Line(String path, int line, int column, String severity, String rule, String message) {
        static Line of(Finding finding) {
            return new Line(
                    finding.path(),
                    finding.line(),
                    finding.column(),
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.rule(),
                    finding.message());
        }
    }

    /**
     * A number that was, or could not be, written into a document.
     *
     * @param before absent where it said none
     * @param refused why it was not written; absent where it was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Correction(String path, String key, @Nullable String before, String after, @Nullable String refused) {}
}
