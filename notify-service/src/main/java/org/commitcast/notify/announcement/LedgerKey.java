package org.commitcast.notify.announcement;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names a row: the same again when the ledger is restored from its topic. */
final class LedgerKey {
    private LedgerKey() {}

    static UUID of(String contentId, String channel, String kind) {
        return UUID.nameUUIDFromBytes((contentId + "/" + channel + "/" + kind).getBytes(StandardCharsets.UTF_8));
    }
}
