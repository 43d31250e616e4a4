package org.commitcast.localstack.machine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
public final class Ports {

    private static final String LOOPBACK = "127.0.0.1";

    /**
     * Below what systems give to clients (from 32768 on Linux, from 49152 elsewhere): a port that the system itself
     * chose as free may be the end of somebody's connection before it is listened on.
     */
    private static final int HIGHEST = 32_767;

    private static final int LOWEST = 10_000;
    private static final int HIGHEST_OFFSET = 2_000;

    /** A port found free is not listened on at once: nobody else in this process may find it meanwhile. */
    private static final Set<Integer> ASKED_FOR = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** A port of the loopback address that nobody listens on at the moment, and that was not asked for before. */
    public static int free() {
        return freeBase(0);
    }

    /**
     * A number to which any of the offsets can be added to get a free port, as {@link #free()} finds one.
     *
     * @param offsets from 0 to 2,000
     */
    public static int freeBase(int... offsets) {
        while (true) {
            int base = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST - HIGHEST_OFFSET);
            if (Arrays.stream(offsets).map(offset -> base + offset).allMatch(Ports::take)) {
                return base;
            }
        }
    }

    private static boolean take(int port) {
        return ASKED_FOR.add(port) && isFree(LOOPBACK, port);
    }

    /** Whether somebody could listen there now. */
    public static boolean isFree(String host, int port) {
        try {
            bind(host, port);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Does not listen: a process that is launched at this moment holds a copy of the socket until it becomes another
     * program, and a copy that listens would keep the port from whoever is to have it.
     */
    private static void bind(String host, int port) throws IOException {
        try (Socket socket = new Socket()) {
            // Connections of a stack that was just stopped linger in TIME_WAIT; they do not hold the port.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        }
    }

    /**
     * Fails, before anything is started, if {@code part} could not listen on its port.
     *
     * @param remedy what to do about it, as the end of a sentence
     */
    public static void requireFree(String part, String host, int port, String remedy) {
        try {
            bind(host, port);
        } catch (IOException e) {
            throw new StartFailure(
                    "%s cannot listen on %s:%d (%s): %s.".formatted(part, host, port, reason(e), remedy), e);
        }
    }

    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("in use") ? "another process uses that port" : message;
    }
}
