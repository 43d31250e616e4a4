package org.commitcast.endtoend;

import java.util.List;
import java.util.Map;

/** A place where people discuss, which can be searched. */
interface DiscussionServer extends AutoCloseable {
    /** Its name in settings and events. */
    String platform();

    /** What the notify-service is told of it. */
    Map<String, String> settings();

    /**
     * Somebody submits a page.
     *
     * @return where people read the thread
     */
    String post(String title, String page);

    /** The addresses that were searched for, in order. */
    List<String> searches();

    @Override
    void close();
}
