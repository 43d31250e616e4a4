import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Measures the main job on this machine, on a stack of its own:
 *
 * <pre>
 * java benchmarks/MainJob.java [--webhooks N] [--pushes N] [--content GIT_REPOSITORY [--site FILE] [--items N]]
 * </pre>
 *
 * Start time and memory of {@code ./commitcast up}; the time to a webhook's 202; the time from a push to the episode
 * being in the feed; with {@code --content} the import of that repository, beside {@code jekyll build} of the same
 * where Jekyll is installed. Needs git. Prints milliseconds unless it says otherwise.
 */
final class MainJob {
    private static final String SECRET = "benchmark-secret";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path work;
    private final Map<String, String> options;
    private final Map<String, String> ready = new HashMap<>();

    private MainJob(Path work, Map<String, String> options) {
        this.work = work;
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        Path work = Files.createTempDirectory("commitcast-benchmark");
        new MainJob(work, options).run();
    }

    private void run() throws Exception {
        Process stack = startStack();
        try {
            System.out.printf("memory of all processes, idle: %d MiB%n", memoryOf(stack) / 1024);
            webhooks(Integer.parseInt(options.getOrDefault("--webhooks", "1000")));
            pushes(Integer.parseInt(options.getOrDefault("--pushes", "200")));
            if (options.containsKey("--content")) {
                imports(Path.of(options.get("--content")).toAbsolutePath());
            }
            System.out.printf("memory of all processes, after the load: %d MiB%n", memoryOf(stack) / 1024);
        } finally {
            stack.destroy();
            stack.waitFor();
        }
    }

    private Process startStack() throws IOException {
        long begin = System.nanoTime();
        Process stack = new ProcessBuilder("./commitcast", "up", "--data", work.resolve("data").toString(), "--port-base", "18080")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = new BufferedReader(new InputStreamReader(stack.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("READY ")) {
                System.out.printf("up until READY: %.1f s%n", (System.nanoTime() - begin) / 1e9);
                Matcher fields = Pattern.compile("(\\w+)=(\\S+)").matcher(line);
                while (fields.find()) {
                    ready.put(fields.group(1), fields.group(2));
                }
                return stack;
            }
        }
        throw new IOException("the stack ended before it was ready");
    }

    private void webhooks(int count) throws Exception {
        Path bare = repository("webhooks");
        register("webhooks", bare, null);
        awaitItems("webhooks", "podcast", 1);
        List<Double> sequential = new ArrayList<>();
        for (int i = 0; i < count + 200; i++) {
            double took = hook("webhooks", "0123456789012345678901234567890123456789");
            if (i >= 200) {
                sequential.add(took);
            }
        }
        print("webhook until 202, one after another", sequential);
        List<Double> paced = new ArrayList<>();
        long next = System.nanoTime();
        for (int i = 0; i < Math.min(count, 500); i++) {
            next += 20_000_000;
            while (System.nanoTime() < next) {
                Thread.onSpinWait();
            }
            paced.add(hook("webhooks", "0123456789012345678901234567890123456789"));
        }
        print("webhook until 202, 50 a second", paced);
    }

    private void pushes(int count) throws Exception {
        Path bare = repository("pushes");
        Path clone = work.resolve("pushes");
        register("pushes", bare, null);
        awaitItems("pushes", "podcast", 1);
        List<Double> visible = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String title = "Episode number " + i;
            episode(clone, title, i);
            git(clone, "add", ".");
            git(clone, "commit", "-qm", title);
            git(clone, "push", "-q", "origin", "main");
            String sha = git(clone, "rev-parse", "HEAD").strip();
            long begin = System.nanoTime();
            hook("pushes", sha);
            while (!get(ready.get("feed") + "/feeds/pushes/podcast.rss").body().contains(title + "<")) {
                Thread.sleep(1);
            }
            visible.add((System.nanoTime() - begin) / 1e6);
            if (i % 50 == 0) {
                System.out.printf("  %d of %d pushes%n", i, count);
            }
        }
        print("push (webhook sent) until in the feed", visible);
    }

    private void imports(Path content) throws Exception {
        String site = options.containsKey("--site") ? Files.readString(Path.of(options.get("--site"))) : null;
        int items = Integer.parseInt(options.getOrDefault("--items", "1"));
        Path checkout = work.resolve("jekyll");
        run(work, "git", "clone", "-q", content.toString(), checkout.toString());
        for (int round = 1; round <= 3; round++) {
            long begin = System.nanoTime();
            register("imported-" + round, content, site);
            awaitItems("imported-" + round, "podcast", items);
            double ours = (System.nanoTime() - begin) / 1e9;
            double jekyll = jekyll(checkout);
            System.out.printf("import until the feed is served, round %d: %.2f s", round, ours);
            System.out.println(jekyll < 0 ? " (no jekyll here to compare with)" : " beside jekyll build %.2f s: %.2f".formatted(jekyll, ours / jekyll));
        }
    }

    private double jekyll(Path checkout) throws Exception {
        try {
            long begin = System.nanoTime();
            run(checkout, "jekyll", "build", "-q", "--disable-disk-cache", "-d", work.resolve("site").toString());
            return (System.nanoTime() - begin) / 1e9;
        } catch (IOException e) {
            return -1;
        }
    }

    private Path repository(String name) throws Exception {
        Path bare = work.resolve(name + ".git");
        Path clone = work.resolve(name);
        run(work, "git", "init", "-q", "--bare", "-b", "main", bare.toString());
        run(work, "git", "init", "-q", "-b", "main", clone.toString());
        git(clone, "remote", "add", "origin", bare.toString());
        git(clone, "config", "user.name", "Benchmark");
        git(clone, "config", "user.email", "benchmark@example.org");
        Files.writeString(
                clone.resolve("_config.yml"),
                "title: Benchmark\nurl: https://show.example\ncollections:\n  episodes:\n    output: true\n    permalink: /episode/:title/\n");
        episode(clone, "Episode number 0", 0);
        git(clone, "add", ".");
        git(clone, "commit", "-qm", "Begin");
        git(clone, "push", "-q", "origin", "main");
        return bare;
    }

    private static void episode(Path clone, String title, int number) throws IOException {
        Path folder = Files.createDirectories(clone.resolve("_episodes"));
        Files.writeString(folder.resolve("2026-01-01-number-" + number + ".md"), """
                ---
                title: "%s"
                date: 2026-01-01T%02d:%02d:00Z
                file: https://audio.example/%d.mp3
                duration: "31:05"
                length: "22380544"
                ---
                Notes of the episode, with a [link](https://show.example/about).

                - [@00:10] - Welcome
                """.formatted(title, number / 60, number % 60, number));
    }

    private void register(String site, Path repository, String definition) throws Exception {
        String fields = "\"repository\":{\"url\":\"" + repository.toUri() + "\"},\"webhook\":{\"secret\":\"" + SECRET + "\"}";
        String body = definition == null
                ? "{" + fields + "}"
                : definition.strip().replaceFirst("\\{", Matcher.quoteReplacement("{" + fields + ","));
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(ready.get("ingest") + "/api/v1/sites/" + site))
                        .header("Authorization", "Bearer " + ready.get("token"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException("site was not taken: " + answer.body());
        }
    }

    private void awaitItems(String site, String feed, int items) throws Exception {
        while (true) {
            HttpResponse<String> answer = get(ready.get("feed") + "/feeds/" + site + "/" + feed + ".rss");
            if (answer.statusCode() == 200 && answer.body().split("<item>", -1).length - 1 >= items) {
                return;
            }
            Thread.sleep(5);
        }
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Milliseconds until the 202. */
    private double hook(String site, String after) throws Exception {
        String body = "{\"ref\":\"refs/heads/main\",\"after\":\"" + after + "\"}";
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(ready.get("ingest") + "/webhooks/github/" + site))
                .header("Content-Type", "application/json")
                .header("X-GitHub-Event", "push")
                .header("X-GitHub-Delivery", UUID.randomUUID().toString())
                .header("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8))))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long begin = System.nanoTime();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        double took = (System.nanoTime() - begin) / 1e6;
        if (answer.statusCode() != 202) {
            throw new IOException("webhook answered " + answer.statusCode() + ": " + answer.body());
        }
        return took;
    }

    private static void print(String what, List<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%s: p50 %.1f, p99 %.1f, max %.1f ms (%d)%n",
                what, sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)], sorted[sorted.length - 1], sorted.length);
    }

    /** KiB that only these processes use, shared pages divided among their users (PSS). */
    private static long memoryOf(Process stack) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(stack.toHandle()), stack.descendants())
                .mapToLong(process -> pss(process.pid()))
                .sum();
    }

    private static long pss(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static String git(Path folder, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(Arrays.asList(words));
        return run(folder, command.toArray(String[]::new));
    }

    private static String run(Path folder, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
        return output;
    }
}
