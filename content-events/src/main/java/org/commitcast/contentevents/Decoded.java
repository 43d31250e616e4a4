package org.commitcast.contentevents;

import java.util.function.Consumer;

/** What a record on a topic turned out to be. */
public sealed interface Decoded {

    /** Gives an event to the handler; anything else to {@code otherwise}, as a reason for people. */
    void deliverTo(EventHandler handler, Consumer<String> otherwise);

    /** One of ours. */
    record Known(Event event) implements Decoded {
        @Override
        public void deliverTo(EventHandler handler, Consumer<String> otherwise) {
            event.deliverTo(handler);
        }
    }

    /** Written by a newer version; kept aside, not an error of the writer. */
    record UnknownType(String type) implements Decoded {
        @Override
        public void deliverTo(EventHandler handler, Consumer<String> otherwise) {
            otherwise.accept("unknown type " + type);
        }
    }

    /** Not readable; the reason is for people. */
    record Malformed(String reason) implements Decoded {
        @Override
        public void deliverTo(EventHandler handler, Consumer<String> otherwise) {
            otherwise.accept(reason);
        }
    }
}
