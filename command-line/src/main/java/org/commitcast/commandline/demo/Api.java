package org.commitcast.commandline.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.commitcast.localstack.StartedStack;
import org.commitcast.localstack.service.Service;

/** Commitcast's HTTP interface, as anybody would call it. */
final class Api {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final StartedStack stack;

    Api(StartedStack stack) {
        this.stack = stack;
    }

    /** What came back, with the body as JSON where it is JSON. */
    record Reply(int status, String body, JsonNode json) {

        Reply expect(int wanted) {
            if (status != wanted) {
                throw new DemoFailure("expected the answer %d, found %d: %s".formatted(wanted, status, body.strip()));
            }
            return this;
        }
    }

    Reply get(Service service, String path) {
        return send(request(service, path).GET());
    }

    Reply put(Service service, String path, Object body) {
        return send(request(service, path).PUT(HttpRequest.BodyPublishers.ofString(pretty(body))));
    }

    Reply post(Service service, String path, Object body) {
        return send(request(service, path).POST(HttpRequest.BodyPublishers.ofString(pretty(body))));
    }

    /** Without our token, with the headers given: as another system calls. */
    Reply postAsOther(URI address, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(TIMEOUT).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Without our token: as anybody's browser asks. */
    Reply getAsOther(URI address) {
        return send(HttpRequest.newBuilder(address).timeout(TIMEOUT).GET());
    }

    /** Without our token: as a browser submits a form. */
    Reply submitForm(URI address, String form) {
        return send(HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(URI.create(stack.url(service) + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + stack.token())
                .header("Content-Type", "application/json");
    }

    private Reply send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            HttpResponse<String> response =
                    client.send(built, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Reply(response.statusCode(), response.body(), parse(response.body()));
        } catch (IOException e) {
            throw new DemoFailure("%s does not answer (%s)".formatted(built.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("it was interrupted", e);
        }
    }

    JsonNode parse(String body) {
        try {
            return body.startsWith("{") || body.startsWith("[") ? json.readTree(body) : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    String pretty(Object value) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and texts have a JSON form", e);
        }
    }
}
