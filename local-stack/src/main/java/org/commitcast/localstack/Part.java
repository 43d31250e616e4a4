package org.commitcast.localstack;

import java.util.Optional;
import org.commitcast.localstack.service.Service;

/** What a stack consists of. */
public enum Part {
    KAFKA,
    DATABASE,
    INGEST,
    FEED,
    NOTIFY;

    /** The service that this part is, if it is one. */
    public Optional<Service> service() {
        return switch (this) {
            case KAFKA, DATABASE -> Optional.empty();
            case INGEST -> Optional.of(Service.INGEST);
            case FEED -> Optional.of(Service.FEED);
            case NOTIFY -> Optional.of(Service.NOTIFY);
        };
    }
}
