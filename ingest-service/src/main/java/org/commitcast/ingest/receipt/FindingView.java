package org.commitcast.ingest.receipt;

import java.util.Locale;
import org.commitcast.contentreading.finding.Finding;

/** A finding as REST shows it. Also of what is not published yet. */
public record FindingView(String rule, String severity, String path, int line, int column, String message) {
    public static FindingView of(Finding finding) {
        return new FindingView(
                finding.rule(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.path(),
                finding.line(),
                finding.column(),
                finding.message());
    }
}
