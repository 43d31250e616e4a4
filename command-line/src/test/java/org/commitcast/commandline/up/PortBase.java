package org.commitcast.commandline.up;

import java.util.stream.IntStream;
import org.commitcast.localstack.machine.Ports;

/** Where a stack of a test finds its ports free. */
final class PortBase {

    private static final int STEP = 20;

    private PortBase() {}

    /** Below the ports that the system gives to clients, of which any may be in use a moment later. */
    static int free() {
        int base = 10_000 + (int) (ProcessHandle.current().pid() % 1000) * STEP;
        while (taken(base)) {
            base += STEP;
        }
        return base;
    }

    private static boolean taken(int base) {
        return IntStream.of(1, 2, 3, 12, 13).anyMatch(offset -> !Ports.isFree("127.0.0.1", base + offset));
    }
}
