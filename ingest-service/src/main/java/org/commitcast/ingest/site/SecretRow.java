package org.commitcast.ingest.site;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sealed secret.
 *
 * @param purpose unique within the site
 * @param notBefore, notAfter when it holds; absent means always
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and as short-lived as the query that it comes from.
record SecretRow(String purpose, byte[] sealed, @Nullable Instant notBefore, @Nullable Instant notAfter) {

    boolean holdsAt(Instant now) {
        return (notBefore == null || !now.isBefore(notBefore)) && (notAfter == null || now.isBefore(notAfter));
    }
}
