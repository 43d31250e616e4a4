package org.commitcast.eventtransport;

import java.util.List;

/** The topics on the broker are not as the promises need them. */
class TopicMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TopicMismatchException(List<String> differences) {
        super("Kafka's topics do not fit: " + String.join("; ", differences));
    }
}
