package org.commitcast.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Stands between two parts of the product and can hold what passes, in either direction, or cut it. */
final class TcpProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Gate requests = new Gate();
    private final Gate responses = new Gate();

    private TcpProxy(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** In front of that port of the loopback address. */
    static TcpProxy to(int port) {
        try {
            TcpProxy proxy = new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            daemon("proxy " + proxy.port(), proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    String address() {
        return "127.0.0.1:" + port();
    }

    /** What clients send stays here; what they receive goes on. */
    void holdRequests() {
        requests.shut();
    }

    void hold() {
        requests.shut();
        responses.shut();
    }

    void release() {
        requests.open();
        responses.open();
    }

    /** Drops what was held with the connections that it was on; new connections pass. */
    void cut() {
        open.forEach(TcpProxy::closeQuietly);
        release();
    }

    @Override
    public void close() {
        closeQuietly(server);
        cut();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                daemon("proxy connection", () -> connect(client));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket service = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(service);
            daemon("proxy requests", () -> pump(client, service, requests));
            daemon("proxy responses", () -> pump(service, client, responses));
        } catch (IOException e) {
            closeQuietly(client);
        }
    }

    private void pump(Socket from, Socket to, Gate gate) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                gate.pass();
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // One side is gone, and so is the connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It was to be gone anyway.
        }
    }

    private static final class Gate {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition opened = lock.newCondition();
        private boolean shut;

        void shut() {
            lock.lock();
            try {
                shut = true;
            } finally {
                lock.unlock();
            }
        }

        void open() {
            lock.lock();
            try {
                shut = false;
                opened.signalAll();
            } finally {
                lock.unlock();
            }
        }

        void pass() throws InterruptedException {
            lock.lock();
            try {
                while (shut) {
                    opened.await();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
