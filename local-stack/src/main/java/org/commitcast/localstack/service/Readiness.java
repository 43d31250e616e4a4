package org.commitcast.localstack.service;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Asks a service's management port whether it takes requests, and remembers what it said. */
final class Readiness {

    /** A check of MicroProfile Health that is down, within the JSON that lists all of them. */
    private static final Pattern DOWN =
            Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"status\"\\s*:\\s*\"DOWN\"");

    private static final int TIMEOUT_MILLIS = 2000;

    private final URI address;
    private String reason = "it does not answer";

    Readiness(int managementPort) {
        this.address = URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
    }

    boolean reached() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            int status = connection.getResponseCode();
            reason = status == HttpURLConnection.HTTP_UNAVAILABLE ? down(connection) : "it answers " + status;
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static String down(HttpURLConnection connection) throws IOException {
        try (InputStream body = connection.getErrorStream()) {
            String json = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            List<String> names =
                    DOWN.matcher(json).results().map(check -> check.group(1)).toList();
            return "down: " + String.join(", ", names);
        }
    }

    String reason() {
        return reason;
    }
}
