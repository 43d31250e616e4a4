package org.commitcast.ingest.githubapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.ingest.storage.StoredJson;
import org.jspecify.annotations.Nullable;

/**
 * The two calls of GitHub's API that lead to a token.
 *
 * @see <a href="https://docs.github.com/en/rest/apps/apps">GitHub's description</a>
 */
final class InstallationApi {
    private final GuardedHttp http;

    InstallationApi(GuardedHttp http) {
        this.http = http;
    }

    InstallationToken newToken(URI base, AppLogin app, GitHubRepository repository, Instant now)
            throws TokenRefusedException {
        String jwt = AppJwt.of(app, now);
        String installation = app.installationId();
        if (installation == null) {
            JsonNode found = ask(
                    GuardedRequest.get(
                            at(base, "/repos/" + repository.owner() + "/" + repository.name() + "/installation")),
                    jwt,
                    "The GitHub App " + app.appId() + " is not installed for this repository.");
            installation = found.path("id").asText();
        }
        byte[] wish = StoredJson.write(Map.of("repositories", List.of(repository.name())))
                .getBytes(StandardCharsets.UTF_8);
        JsonNode token = ask(
                GuardedRequest.post(
                        at(base, "/app/installations/" + installation + "/access_tokens"), "application/json", wish),
                jwt,
                "The GitHub App " + app.appId() + " has no installation " + installation + ".");
        return read(token);
    }

    private static InstallationToken read(JsonNode json) throws TokenRefusedException {
        String value = json.path("token").asText();
        try {
            if (!value.isEmpty()) {
                return new InstallationToken(
                        value, Instant.parse(json.path("expires_at").asText()));
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw new TokenRefusedException("GitHub's answer holds no token.", null);
    }

    private JsonNode ask(GuardedRequest request, String jwt, String notFound) throws TokenRefusedException {
        Answer answer = http.send(request.with("Authorization", "Bearer " + jwt)
                .with("Accept", "application/vnd.github+json")
                .with("X-GitHub-Api-Version", "2022-11-28"));
        Optional<Answer.Answered> given =
                answer.handle(Optional::of, refused -> Optional.empty(), failed -> Optional.empty());
        Answer.Answered answered = given.orElseThrow(() -> unreachable(answer));
        return switch (answered.status()) {
            case 200, 201 -> tree(answered);
            case 401 ->
                throw new TokenRefusedException(
                        "GitHub does not take the App's key: it belongs to another App, or was revoked.", null);
            case 403, 429 ->
                throw new TokenRefusedException(
                        "GitHub does not let the App in now: it is suspended, or has asked too often.",
                        retryAfter(answered));
            case 404 -> throw new TokenRefusedException(notFound, null);
            case 422 -> throw new TokenRefusedException("The App's installation does not have this repository.", null);
            default ->
                throw new TokenRefusedException(
                        "GitHub's API answered with status " + answered.status() + ".", retryAfter(answered));
        };
    }

    private static TokenRefusedException unreachable(Answer answer) {
        String reason = answer.handle(Answer.Answered::toString, Answer.Refused::reason, Answer.Failed::reason);
        return new TokenRefusedException("GitHub's API could not be asked: " + reason + ".", null);
    }

    private static JsonNode tree(Answer.Answered answered) throws TokenRefusedException {
        try {
            return StoredJson.readTree(answered.body().text());
        } catch (IllegalStateException e) {
            throw new TokenRefusedException("GitHub's API did not answer with JSON.", null);
        }
    }

    private static @Nullable Duration retryAfter(Answer.Answered answered) {
        return answered.headers()
                .first("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
    }

    private static URI at(URI base, String path) {
        return URI.create(base.toString().replaceAll("/+$", "") + path);
    }
}
