package org.commitcast.localstack.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine. */
public final class Ports {

    private Ports() {}

    /** A port that nobody listens on at the moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static void bind(String host, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
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
