package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A port where nobody may connect to, and who did nevertheless. */
final class Trap implements AutoCloseable {
    private final ServerSocket listener;

    Trap(String address) throws IOException {
        this.listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Those who have connected until now. */
    List<String> caught() throws IOException {
        List<String> caught = new ArrayList<>();
        listener.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
        // Connections are taken in the order in which they came: behind this one there are no others.
        try (Socket last = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
            for (Socket one = listener.accept(); one.getPort() != last.getLocalPort(); one = listener.accept()) {
                caught.add("from port " + one.getPort());
                one.close();
            }
        }
        return caught;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
