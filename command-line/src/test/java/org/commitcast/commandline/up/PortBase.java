package org.commitcast.commandline.up;

import org.commitcast.localstack.machine.Ports;
import org.commitcast.localstack.machine.StartFailure;

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
        try {
            for (int offset : new int[] {1, 2, 3, 12, 13}) {
                Ports.requireFree("test", "127.0.0.1", base + offset, "");
            }
            return false;
        } catch (StartFailure e) {
            return true;
        }
    }
}
