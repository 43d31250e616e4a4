package org.commitcast.guardedhttp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers exactly what a test says, byte by byte if need be, and keeps what it was sent. */
final class RawServer implements AutoCloseable {
    private final ServerSocket listener;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    interface Answering {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    RawServer(Answering answering) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(answering), "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    static RawServer answering(String status, String... headers) throws IOException {
        return new RawServer(out -> out.write(("HTTP/1.1 " + status + "\r\n" + String.join("\r\n", headers)
                        + (headers.length == 0 ? "" : "\r\n") + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)));
    }

    URI url(String host, String path) {
        return URI.create("http://" + host + ":" + listener.getLocalPort() + path);
    }

    List<String> requests() {
        return requests;
    }

    private void serve(Answering answering) {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                requests.add(readRequest(socket.getInputStream()));
                answering.answer(socket.getOutputStream());
            } catch (IOException e) {
                // The client went away or the test is over: both are what tests do on purpose.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static String readRequest(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            text.append((char) next);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
