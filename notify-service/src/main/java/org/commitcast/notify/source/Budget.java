package org.commitcast.notify.source;

import java.util.List;

/**
 * What the calls to one server, or of one kind, may be in all.
 *
 * @param part tells the budgets of a source apart, for example by host; one that is silent holds up no other
 * @param limits all of them hold. A little below the server's own: calls do not arrive as evenly as they are sent
 */
public record Budget(String source, String part, List<CallLimit> limits) {
    public Budget {
        limits = List.copyOf(limits);
    }

    public static Budget of(String source, String part, CallLimit... limits) {
        return new Budget(source, part, List.of(limits));
    }

    String name() {
        return source + "/" + part;
    }
}
