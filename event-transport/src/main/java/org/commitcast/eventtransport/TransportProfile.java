package org.commitcast.eventtransport;

import java.util.Set;
import org.commitcast.contentevents.EventHandler;
import org.commitcast.contentevents.Topic;

/** What the transport must know of the service that it runs in. A service has exactly one bean of it. */
public interface TransportProfile {

    /** The service's short name, for example {@code ingest}; part of its transactional id, so fixed for life. */
    String service();

    /** The topics that only this service writes. */
    Set<Topic> writes();

    /**
     * Takes in the service's own records that its store does not know, because the store is an older copy or empty.
     * Called in a transaction, topic by topic in the order of {@link Topic}; must obey the version guard.
     */
    EventHandler restorer();
}
