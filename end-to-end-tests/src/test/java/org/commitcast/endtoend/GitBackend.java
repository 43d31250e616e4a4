package org.commitcast.endtoend;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A bare repository over HTTP, by Git's own server: {@code git http-backend}. */
final class GitBackend {
    private final Path repository;

    GitBackend(Path repository) {
        this.repository = repository;
    }

    /**
     * Answers a request of somebody who may fetch and push.
     *
     * @param path within the repository, such as {@code /info/refs}
     */
    void serve(HttpExchange exchange, String path) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        ProcessBuilder backend = new ProcessBuilder("git", "http-backend");
        backend.environment()
                .putAll(Map.of(
                        "GIT_PROJECT_ROOT",
                        repository.toString(),
                        "GIT_HTTP_EXPORT_ALL",
                        "1",
                        "PATH_INFO",
                        path,
                        "QUERY_STRING",
                        String.valueOf(exchange.getRequestURI().getRawQuery()),
                        "REQUEST_METHOD",
                        exchange.getRequestMethod(),
                        "CONTENT_LENGTH",
                        String.valueOf(body.length),
                        // What makes it take pushes.
                        "REMOTE_USER",
                        "somebody"));
        Headers headers = exchange.getRequestHeaders();
        header(backend, headers, "Content-Type", "CONTENT_TYPE");
        header(backend, headers, "Content-Encoding", "HTTP_CONTENT_ENCODING");
        header(backend, headers, "Git-Protocol", "GIT_PROTOCOL");
        Process process = backend.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(body);
        }
        try (InputStream out = new BufferedInputStream(process.getInputStream())) {
            int status = 200;
            for (String line = line(out); !line.isEmpty(); line = line(out)) {
                String[] header = line.split(": ", 2);
                if (header[0].equals("Status")) {
                    status = Integer.parseInt(header[1].substring(0, 3));
                } else {
                    exchange.getResponseHeaders().add(header[0], header[1]);
                }
            }
            exchange.sendResponseHeaders(status, 0);
            out.transferTo(exchange.getResponseBody());
        }
    }

    private static void header(ProcessBuilder backend, Headers headers, String name, String variable) {
        String value = headers.getFirst(name);
        if (value != null) {
            backend.environment().put(variable, value);
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
