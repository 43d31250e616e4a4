package org.commitcast.notify.channel;

import org.jspecify.annotations.Nullable;

/** Whether an announcement is on the channel already. */
public sealed interface LookUp {

    /** It is. */
    record Found(@Nullable String remoteId, @Nullable String remoteUrl) implements LookUp {}

    /** It certainly is not. */
    record Absent() implements LookUp {}

    /** It could not be found out now. */
    record Unclear(String reason) implements LookUp {}
}
