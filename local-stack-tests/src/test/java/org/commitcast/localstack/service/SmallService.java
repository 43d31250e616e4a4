package org.commitcast.localstack.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Keeps to what the stack expects of a service: answers on its ports, ends on SIGTERM. With
 * {@code SMALL_SERVICE=fails} it ends at once, with {@code down} it never gets ready.
 */
public final class SmallService {

    private SmallService() {}

    /** Packages it as the stack finds its services. */
    public static Path packageAs(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, SmallService.class.getName());
        String classes = SmallService.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classes);
        Files.createDirectories(Objects.requireNonNull(jar.getParent()));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    public static void main(String[] arguments) throws IOException {
        String behaviour = System.getenv().getOrDefault("SMALL_SERVICE", "");
        if (behaviour.equals("fails")) {
            throw new IllegalStateException("the setting COMMITCAST_SOMETHING is missing");
        }
        serve("COMMITCAST_HTTP_PORT", 200, System.getenv("COMMITCAST_ADMIN_TOKEN"));
        serve(
                "COMMITCAST_MANAGEMENT_PORT",
                behaviour.equals("down") ? 503 : 200,
                """
                {"status": "DOWN", "checks": [{"name": "topics", "status": "DOWN"}]}
                """);
    }

    private static void serve(String port, int status, String body) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv(port))), 0);
        server.createContext("/", exchange -> answer(exchange, status, body));
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
