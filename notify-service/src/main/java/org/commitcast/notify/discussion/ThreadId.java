package org.commitcast.notify.discussion;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.commitcast.notify.address.ThreadAddress;

/** Names a thread of an item over REST: the same for all spellings of its address, and in every store. */
public final class ThreadId {
    private ThreadId() {}

    public static UUID of(String contentId, String url) {
        String name = contentId + "/" + ThreadAddress.of(url).key();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
