package org.commitcast.endtoend;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The show's own web site: every page is there unless it is said not to be. */
final class WebPages extends StandIn {
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    WebPages() {
        open();
    }

    void missing(String path) {
        missing.add(path);
    }

    void publish(String path) {
        missing.remove(path);
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        boolean there = !missing.contains(exchange.getRequestURI().getPath());
        reply(exchange, there ? 200 : 404, there ? "<title>page</title>" : "not yet");
    }
}
