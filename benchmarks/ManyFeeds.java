import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Measures feed-service with very many feeds on its disk, in a heap that cannot hold their bodies:
 *
 * <pre>
 * java benchmarks/ManyFeeds.java [--feeds N] [--items N] [--reads N] [--heap MIB] [--service JAR]
 * </pre>
 *
 * Writes so many feeds in three formats as the service keeps them, starts it without database and Kafka, as after a
 * restart during an outage, and prints: the time from its start until it answers for the feed that was written last,
 * beside the limit of 15 s; the heap in use after a collection, beside what the bodies have on disk; what each first
 * read of a cold body takes; and the heap again. Needs the services built ({@code mvn package}) and a JDK 17.
 */
final class ManyFeeds {
    private static final List<String[]> FORMATS = List.of(
            new String[] {"rss", "RSS"}, new String[] {"atom", "ATOM"}, new String[] {"json", "JSON_FEED"});
    private static final double MOST_SECONDS = 15;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, String> options;
    private final Path work;
    private long bytes;

    private ManyFeeds(Map<String, String> options, Path work) {
        this.options = options;
        this.work = work;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        Path work = Files.createTempDirectory("commitcast-many-feeds");
        try {
            new ManyFeeds(options, work).run();
        } finally {
            try (Stream<Path> files = Files.walk(work)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run() throws Exception {
        int feeds = number("--feeds", 20_000);
        for (int i = 0; i < feeds; i++) {
            write(i);
        }
        System.out.printf(
                "%d feeds in 3 formats: %d documents, %d MiB compressed%n", feeds, feeds * 3L, bytes >> 20);
        int http = freePort();
        int management = freePort();
        long begin = System.nanoTime();
        Process service = start(http, management);
        try {
            String last = "http://127.0.0.1:" + http + "/feeds/" + site(feeds - 1) + "/podcast.rss";
            awaitAnswer(service, last);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "start until the feed written last is answered: %.2f s (limit %.0f s: %s)%n",
                    seconds, MOST_SECONDS, seconds < MOST_SECONDS ? "kept" : "BROKEN");
            System.out.printf("heap in use after a collection: %d MiB%n", heap(service));
            coldReads(http, Math.min(feeds, number("--reads", 20_000)));
            System.out.printf(
                    "heap in use after a collection, once those were read: %d MiB of %d MiB, bodies on disk %d MiB%n",
                    heap(service), number("--heap", 160), bytes >> 20);
        } finally {
            service.destroy();
            service.waitFor(20, TimeUnit.SECONDS);
            service.destroyForcibly();
        }
    }

    private void coldReads(int port, int reads) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < reads; i++) {
            URI feed = URI.create("http://127.0.0.1:" + port + "/feeds/" + site(i) + "/podcast.rss");
            long begin = System.nanoTime();
            HttpResponse<byte[]> answer = HTTP.send(
                    HttpRequest.newBuilder(feed).header("Accept-Encoding", "gzip").build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            times.add((System.nanoTime() - begin) / 1e6);
            if (answer.statusCode() != 200) {
                throw new IOException(feed + " answered " + answer.statusCode());
            }
        }
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "first read of a feed, one after another: p50 %.2f ms, p99 %.2f ms, most %.1f ms%n",
                sorted[sorted.length / 2], sorted[sorted.length * 99 / 100], sorted[sorted.length - 1]);
    }

    private Process start(int http, int management) throws IOException {
        Path service = Path.of(options.getOrDefault("--service", "feed-service/target/application/service.jar"));
        if (!Files.isRegularFile(service)) {
            throw new IOException(service + " is not there: build it with mvn package, or name it with --service");
        }
        int nobody = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + number("--heap", 160) + "m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        service.toString())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("service.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "COMMITCAST_KAFKA", "127.0.0.1:" + nobody,
                        "COMMITCAST_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + nobody + "/feed",
                        "COMMITCAST_DATABASE_USER", "feed",
                        "COMMITCAST_DATABASE_PASSWORD", "feed",
                        "COMMITCAST_ADMIN_TOKEN", "benchmark",
                        "COMMITCAST_SECRETS_KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                        "COMMITCAST_PUBLIC_URL", "https://commitcast.example",
                        "COMMITCAST_DATA", work.resolve("data").toString(),
                        "COMMITCAST_HTTP_PORT", Integer.toString(http),
                        "COMMITCAST_MANAGEMENT_PORT", Integer.toString(management)));
        return builder.start();
    }

    private void awaitAnswer(Process service, String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        while (true) {
            if (!service.isAlive()) {
                throw new IOException("the service ended:\n" + Files.readString(work.resolve("service.log")));
            }
            try {
                int status = HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
                if (status == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            Thread.sleep(10);
        }
    }

    /** MiB in use after a full collection. */
    private static long heap(Process service) throws Exception {
        jcmd(service, "GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd(service, "GC.heap_info").split("Metaspace")[0]);
        long kib = 0;
        while (used.find()) {
            kib += Long.parseLong(used.group(1));
        }
        return kib >> 10;
    }

    private static String jcmd(Process service, String command) throws Exception {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(service.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    /** As the service keeps its copies: a line of what must be known, then the compressed bytes. */
    private void write(int number) throws Exception {
        byte[] plain = feed(number);
        byte[] packed = gzip(plain);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
        String etag = "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
        Path folder = Files.createDirectories(work.resolve("data/feeds").resolve(site(number)));
        for (String[] format : FORMATS) {
            String self = "https://commitcast.example/feeds/" + site(number) + "/podcast." + format[0];
            String head = String.join(
                    "\t",
                    "SERVED",
                    format[1],
                    "incarnation-" + number,
                    "1",
                    Integer.toString(number),
                    "2025-03-04T12:00:00.123456Z",
                    "true",
                    "<" + self + ">; rel=\"self\"",
                    etag,
                    Integer.toString(plain.length),
                    Integer.toString(packed.length));
            try (OutputStream out = Files.newOutputStream(folder.resolve("podcast." + format[0] + ".document"))) {
                out.write((head + "\n").getBytes(StandardCharsets.UTF_8));
                out.write(packed);
            }
            bytes += packed.length;
        }
    }

    private byte[] feed(int number) {
        Random words = new Random(number);
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Show " + number + "</title>");
        for (int item = 0; item < number("--items", 30); item++) {
            feed.append("<item><title>Part ").append(item).append("</title><description>");
            for (int word = 0; word < 40; word++) {
                feed.append("tide").append(words.nextInt(5000)).append(' ');
            }
            feed.append("</description></item>");
        }
        return feed.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static String site(int number) {
        return "show-" + number;
    }

    private int number(String option, int otherwise) {
        return Integer.parseInt(options.getOrDefault(option, Integer.toString(otherwise)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
