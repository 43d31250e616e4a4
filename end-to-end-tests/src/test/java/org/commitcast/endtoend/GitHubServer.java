package org.commitcast.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A GitHub of one's own with one private repository: Git over HTTP, and pull requests for branches that the repository
 * really has. Refuses what GitHub refuses: other credentials, a client without a name, unknown versions, missing fields,
 * texts that are too long, unknown branches, those that have nothing new, and a second request for the same two.
 *
 * @see <a href="https://docs.github.com/en/rest/pulls/pulls">pull requests</a>
 */
final class GitHubServer extends StandIn {
    static final String TOKEN = "github-secret-token";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GIT = "/show/content.git";
    private static final String PULLS = "/api/v3/repos/show/content/pulls";

    private final GitBackend backend;
    private final CommandLineGit git;
    private final List<Pull> pulls = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    /** One that was opened. */
    record Pull(int number, String head, String base, String title, String body) {}

    GitHubServer(ContentRepository repository) {
        this.backend = new GitBackend(repository.origin());
        this.git = new CommandLineGit(repository.origin());
        open();
    }

    /** As a site's definition names the repository. */
    String repository() {
        return url() + GIT;
    }

    List<Pull> pulls() {
        return List.copyOf(pulls);
    }

    /** What was asked of its API and refused. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (path.startsWith(GIT + "/")) {
            if (password(shown).equals(TOKEN)) {
                backend.serve(exchange, path.substring(GIT.length()));
            } else {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"GitHub\"");
                reply(exchange, 401, "Authentication required");
            }
            return;
        }
        Reply reply = shown.equals("Bearer " + TOKEN)
                ? api(exchange, path)
                : new Reply(401, Map.of("message", "Bad credentials"));
        if (reply.status() >= 400) {
            refusals.add(exchange.getRequestMethod() + " " + path + ": " + reply.body());
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        reply(exchange, reply.status(), JSON.writeValueAsString(reply.body()));
    }

    private static String password(String basic) {
        if (!basic.startsWith("Basic ")) {
            return "";
        }
        String both = new String(Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8);
        return both.substring(both.indexOf(':') + 1);
    }

    private record Reply(int status, Object body) {}

    private Reply api(HttpExchange exchange, String path) throws IOException {
        String version = exchange.getRequestHeaders().getFirst("X-GitHub-Api-Version");
        if (exchange.getRequestHeaders().getFirst("User-Agent") == null) {
            return new Reply(403, Map.of("message", "Request forbidden by administrative rules."));
        } else if (version != null && !version.equals("2022-11-28")) {
            return new Reply(400, Map.of("message", "The requested API version is invalid"));
        } else if (path.equals(PULLS) && exchange.getRequestMethod().equals("POST")) {
            try {
                return opened(JSON.readTree(exchange.getRequestBody()));
            } catch (JsonProcessingException e) {
                return new Reply(400, Map.of("message", "Problems parsing JSON"));
            }
        } else if (path.equals(PULLS)) {
            return listed(query(exchange));
        }
        return pulls.stream()
                .filter(pull -> path.equals(PULLS + "/" + pull.number()))
                .findFirst()
                .map(pull -> new Reply(200, shown(pull)))
                .orElse(new Reply(404, Map.of("message", "Not Found")));
    }

    private synchronized Reply opened(JsonNode wanted) {
        String head = wanted.path("head").asText().replaceFirst("^show:", "");
        String base = wanted.path("base").asText();
        String title = wanted.path("title").asText();
        String body = wanted.path("body").asText();
        if (title.isBlank() || title.length() > 256) {
            return invalid(Map.of("resource", "PullRequest", "field", "title", "code", "invalid"));
        } else if (body.length() > 65_536) {
            return invalid(Map.of("resource", "PullRequest", "message", "body is too long"));
        } else if (!git.succeeds("rev-parse", "--verify", "--quiet", "refs/heads/" + base)) {
            return invalid(Map.of("resource", "PullRequest", "field", "base", "code", "invalid"));
        } else if (!git.succeeds("rev-parse", "--verify", "--quiet", "refs/heads/" + head)) {
            return invalid(Map.of("resource", "PullRequest", "field", "head", "code", "invalid"));
        } else if (isMerged(head, base)) {
            return invalid(Map.of("resource", "PullRequest", "message", "No commits between " + base + " and " + head));
        } else if (pulls.stream().anyMatch(pull -> isOpen(pull) && isFor(pull, head, base))) {
            return invalid(Map.of(
                    "resource", "PullRequest", "message", "A pull request already exists for show:" + head + "."));
        }
        Pull pull = new Pull(pulls.size() + 1, head, base, title, body);
        pulls.add(pull);
        return new Reply(201, shown(pull));
    }

    private static Reply invalid(Map<String, String> error) {
        return new Reply(422, Map.of("message", "Validation Failed", "errors", List.of(error)));
    }

    private static boolean isFor(Pull pull, String head, String base) {
        return pull.head().equals(head) && pull.base().equals(base);
    }

    private boolean isOpen(Pull pull) {
        return git.succeeds("rev-parse", "--verify", "--quiet", "refs/heads/" + pull.head())
                && !isMerged(pull.head(), pull.base());
    }

    private boolean isMerged(String head, String base) {
        return git.succeeds("merge-base", "--is-ancestor", "refs/heads/" + head, "refs/heads/" + base);
    }

    private Reply listed(Map<String, String> wanted) {
        String state = wanted.getOrDefault("state", "open");
        String head = wanted.getOrDefault("head", "");
        return new Reply(
                200,
                pulls.stream()
                        .filter(pull -> state.equals("all") || state.equals("open") == isOpen(pull))
                        // A name without its owner filters nothing.
                        .filter(pull -> !head.contains(":") || head.equals("show:" + pull.head()))
                        .filter(pull -> wanted.getOrDefault("base", pull.base()).equals(pull.base()))
                        .map(this::shown)
                        .toList());
    }

    private Map<String, Object> shown(Pull pull) {
        Map<String, Object> json = new LinkedHashMap<>();
        boolean merged = isMerged(pull.head(), pull.base());
        json.put("number", pull.number());
        json.put("html_url", url() + "/show/content/pull/" + pull.number());
        json.put("state", isOpen(pull) ? "open" : "closed");
        json.put("merged", merged);
        json.put("merged_at", merged ? "2026-05-01T10:00:00Z" : null);
        json.put("title", pull.title());
        json.put("head", side(pull.head()));
        json.put("base", side(pull.base()));
        return json;
    }

    private static Map<String, Object> side(String branch) {
        Map<String, Object> repository = Map.of("full_name", "show/content");
        return Map.of("ref", branch, "label", "show:" + branch, "repo", repository);
    }
}
