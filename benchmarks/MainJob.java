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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Measures the main job on this machine, on a stack of its own:
 *
 * <pre>
 * java benchmarks/MainJob.java [--webhooks N] [--pushes N] [--content GIT_REPOSITORY [--site FILE] [--items N]]
 *     [--generated N]
 * </pre>
 *
 * Start time and memory of {@code ./commitcast up}; the time to a webhook's 202; the time from a push to the episode
 * being in the feed; with {@code --content} the import of that repository, beside {@code jekyll build} of the same
 * where Jekyll is installed; with {@code --generated} the import of a Hugo site of so many episodes, beside {@code
 * hugo} building it where that is installed, and pushes of one file into it. Needs git. Prints milliseconds unless it
 * says otherwise.
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
            if (options.containsKey("--generated")) {
                generated(Integer.parseInt(options.get("--generated")), childOf(stack, "ingest-service"));
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
        burst(count);
    }

    /** As many as 32 clients can send: each must be acknowledged, and stand in the inbox afterwards. */
    private void burst(int count) throws Exception {
        long before = deliveries("webhooks");
        List<Double> times = java.util.Collections.synchronizedList(new ArrayList<>());
        ExecutorService clients = Executors.newFixedThreadPool(32);
        List<Future<?>> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sent.add(clients.submit(() -> times.add(hook("webhooks", "0123456789012345678901234567890123456789"))));
        }
        for (Future<?> one : sent) {
            one.get();
        }
        clients.shutdown();
        print("webhook until 202, 32 at a time", times);
        System.out.printf("  acknowledged: %d, in the inbox: %d%n", times.size(), deliveries("webhooks") - before);
    }

    private long deliveries(String site) throws Exception {
        long count = 0;
        String cursor = "";
        do {
            String page = admin("GET", "/api/v1/deliveries?site=" + site + cursor, "").body();
            count += Pattern.compile("\"delivery\"\\s*:").matcher(page).results().count();
            Matcher next = Pattern.compile("\"next\"\\s*:\\s*\"?(\\d+)").matcher(page);
            cursor = next.find() ? "&cursor=" + next.group(1) : "";
        } while (!cursor.isEmpty());
        return count;
    }

    private void generated(int items, long ingest) throws Exception {
        Path bare = work.resolve("generated.git");
        Path clone = work.resolve("generated");
        run(work, "git", "init", "-q", "--bare", "-b", "main", bare.toString());
        run(work, "git", "init", "-q", "-b", "main", clone.toString());
        git(clone, "remote", "add", "origin", bare.toString());
        git(clone, "config", "user.name", "Benchmark");
        git(clone, "config", "user.email", "benchmark@example.org");
        // The older name of hugo.toml: every Hugo knows it.
        write(clone, "config.toml", "baseURL = \"https://show.example/\"\ntitle = \"Benchmark\"\nlanguageCode = \"en\"\n");
        write(clone, "layouts/_default/single.html", "<html><title>{{ .Title }}</title>{{ .Content }}</html>\n");
        write(clone, "layouts/_default/list.html", "<html>{{ range .Pages }}<a href=\"{{ .Permalink }}\">{{ .Title }}</a>{{ end }}</html>\n");
        for (int i = 1; i <= items; i++) {
            generatedEpisode(clone, i);
        }
        git(clone, "add", ".");
        git(clone, "commit", "-qm", "Begin");
        git(clone, "push", "-q", "origin", "main");

        double before = processorSeconds(ingest);
        long begin = System.nanoTime();
        register("generated", bare, null);
        while (!admin("GET", "/api/v1/sites/generated", "").body().contains("\"ready\"")) {
            Thread.sleep(20);
        }
        double ours = (System.nanoTime() - begin) / 1e9;
        long peak = peak(ingest);
        System.out.printf(
                "import of %d generated episodes: %.2f s, ingest-service at most %d MiB, %.1f s of processor time%n",
                items, ours, peak / 1024, processorSeconds(ingest) - before);
        // What follows an import must not keep the machine busy while it is Hugo's turn.
        awaitItems("generated", "podcast", 1);
        System.out.printf("  until its feed is served: %.2f s%n", (System.nanoTime() - begin) / 1e9);
        hugo(clone, ours, peak);
        List<Double> parsed = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            generatedEpisode(clone, items + i);
            git(clone, "add", ".");
            git(clone, "commit", "-qm", "Episode " + (items + i));
            git(clone, "push", "-q", "origin", "main");
            String sha = git(clone, "rev-parse", "HEAD").strip();
            long sent = System.nanoTime();
            hook("generated", sha);
            admin("GET", "/api/v1/sites/generated/commits/" + sha + "?wait=30s&for=parsed", "");
            parsed.add((System.nanoTime() - sent) / 1e6);
        }
        print("one file pushed into it (webhook sent) until it is parsed", parsed);
    }

    private void hugo(Path site, double ours, long ourPeak) throws Exception {
        try {
            long begin = System.nanoTime();
            Process build = new ProcessBuilder("hugo", "-s", site.toString(), "-d", work.resolve("hugo").toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            long peak = 0;
            double processor = 0;
            while (!build.waitFor(20, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peak(build.pid()));
                processor = Math.max(processor, processorSeconds(build.pid()));
            }
            double hugo = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "  hugo: %.2f s, %d MiB, %.1f s of processor time; ours to hugo's: time %.2f, memory %.2f%n",
                    hugo, peak / 1024, processor, ours / hugo, (double) ourPeak / peak);
        } catch (IOException e) {
            System.out.println("  (no hugo here to compare with)");
        }
    }

    private static void generatedEpisode(Path clone, int number) throws IOException {
        String paragraph = "In this part we talk of **tide %d**, of [charts](https://charts.example/%d), and of what a harbour master does at night.\n\n".formatted(number, number);
        write(clone, "content/episode/number-%05d.md".formatted(number), """
                ---
                title: "Episode number %d"
                date: %s
                enclosure: https://audio.example/%d.mp3
                length: 22380544
                duration: "31:05"
                ---
                """.formatted(number, java.time.Instant.ofEpochSecond(1_500_000_000L + number * 3600L), number)
                + paragraph.repeat(8) + "- [@00:10] Welcome\n- [@12:30] The tide\n");
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The service itself: whoever watches over it names it in its words as well. */
    private static long childOf(Process stack, String module) {
        return stack.descendants()
                .filter(process -> words(process).contains(module) && words(process).split("\0")[0].endsWith("java"))
                .mapToLong(ProcessHandle::pid)
                .findFirst()
                .orElseThrow();
    }

    private static String words(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    /** What a process has taken of all processors together; 0 where it has ended. */
    private static double processorSeconds(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(time -> time.toMillis() / 1000.0)
                .orElse(0.0);
    }

    /** The most KiB that it ever held. */
    private static long peak(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
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
            System.out.printf("import until the feed is served, round %d: %.2f s (%s)%n", round, ours, besideJekyll(checkout, ours));
        }
    }

    private String besideJekyll(Path checkout, double ours) throws Exception {
        Process build;
        long begin = System.nanoTime();
        try {
            build = new ProcessBuilder("jekyll", "build", "-q", "--disable-disk-cache", "-d", work.resolve("site").toString())
                    .directory(checkout.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return "no jekyll here to compare with";
        }
        if (build.waitFor() != 0) {
            return "jekyll build fails on it, so there is nothing to compare with";
        }
        double jekyll = (System.nanoTime() - begin) / 1e9;
        return "jekyll build %.2f s, ours to jekyll's %.2f".formatted(jekyll, ours / jekyll);
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
        HttpResponse<String> answer = admin("PUT", "/api/v1/sites/" + site, body);
        if (answer.statusCode() != 201) {
            throw new IOException("site was not taken: " + answer.body());
        }
    }

    private HttpResponse<String> admin(String method, String path, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(ready.get("ingest") + path))
                        .header("Authorization", "Bearer " + ready.get("token"))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
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
