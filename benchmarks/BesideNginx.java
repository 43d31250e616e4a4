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
import java.util.Arrays;
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
 * Measures what one answer costs feed-service beside nginx, which serves the same compressed file:
 *
 * <pre>
 * java benchmarks/BesideNginx.java [--seconds N] [--rounds N] [--service JAR]
 * </pre>
 *
 * Processor time (user and system) of the server for each request, for a 304 and for a 200 with gzip, in rounds that
 * take turns; the ratio is nginx's time to ours, 1 meaning that both cost the same. Both wait for connections in one
 * thread: in several, each finds fewer requests waiting when it looks, and pays more for each. Needs Linux, nginx with
 * gzip_static, wrk, a JDK 17 and the services built ({@code mvn package}). The service runs without database and
 * Kafka, as it may.
 */
final class BesideNginx {
    private static final double LEAST_RATIO = 0.85;
    private static final int WARM_UP_SECONDS = 8;
    private static final int MOST_WARM_UPS = 15;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, String> options;
    private final Path work;

    private BesideNginx(Map<String, String> options, Path work) {
        this.options = options;
        this.work = work;
    }

    /** A server and how it is asked. */
    private record Server(String name, long pid, String url, String etag) {}

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        for (String tool : List.of("nginx", "wrk")) {
            if (which(tool) == null) {
                System.err.println(tool + " is not installed, and nothing can be compared without it"
                        + " (Debian: apt-get install nginx-light wrk).");
                System.exit(2);
            }
        }
        Path work = Files.createTempDirectory("commitcast-beside-nginx");
        // nginx's worker may run as somebody else.
        work.toFile().setExecutable(true, false);
        work.toFile().setReadable(true, false);
        try {
            new BesideNginx(options, work).run();
        } finally {
            try (Stream<Path> files = Files.walk(work)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private void run() throws Exception {
        byte[] plain = feed();
        byte[] packed = gzip(plain);
        System.out.printf("a feed of %d KiB, %d KiB compressed%n", plain.length >> 10, packed.length >> 10);
        write(plain, packed);
        int ourPort = freePort();
        int nginxPort = freePort();
        Process service = startService(ourPort);
        Process nginx = startNginx(nginxPort);
        try {
            Server ours = server("ours", service.pid(), "http://127.0.0.1:" + ourPort + "/feeds/show/podcast.rss");
            Server theirs = server("nginx", worker(nginx), "http://127.0.0.1:" + nginxPort + "/podcast.rss");
            compare("304", ours, theirs, true);
            compare("200 gzip", ours, theirs, false);
        } finally {
            nginx.destroy();
            service.destroy();
            nginx.waitFor(5, TimeUnit.SECONDS);
            service.waitFor(20, TimeUnit.SECONDS);
            service.destroyForcibly();
        }
    }

    private void compare(String what, Server ours, Server theirs, boolean conditional) throws Exception {
        int seconds = Integer.parseInt(options.getOrDefault("--seconds", "3"));
        int rounds = Integer.parseInt(options.getOrDefault("--rounds", "5"));
        warmUp(ours, conditional);
        load(theirs, conditional, 1);
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double our = load(ours, conditional, seconds);
            double their = load(theirs, conditional, seconds);
            ratios.add(their / our);
            System.out.printf("  %s, round %d: ours %.2f µs, nginx %.2f µs a request%n", what, round, our, their);
        }
        double[] sorted = ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double median = sorted[sorted.length / 2];
        System.out.printf(
                "%s: nginx to ours %.2f, median of %d rounds (goal %.2f: %s)%n",
                what, median, rounds, LEAST_RATIO, median >= LEAST_RATIO ? "reached" : "MISSED");
    }

    /** Until the compiler has done its work: what it takes counts as the service's, too. */
    private static void warmUp(Server server, boolean conditional) throws Exception {
        double least = Double.MAX_VALUE;
        int settled = 0;
        for (int i = 0; i < MOST_WARM_UPS && settled < 3; i++) {
            double now = load(server, conditional, WARM_UP_SECONDS);
            settled = now > least * 0.97 ? settled + 1 : 0;
            least = Math.min(least, now);
        }
    }

    /** Microseconds of processor time for each request. */
    private static double load(Server server, boolean conditional, int seconds) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "wrk", "-t1", "-c16", "-d" + seconds + "s", "-H", "Accept-Encoding: gzip"));
        if (conditional) {
            command.addAll(List.of("-H", "If-None-Match: " + server.etag()));
        }
        command.add(server.url());
        double before = processorMicros(server.pid());
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        double used = processorMicros(server.pid()) - before;
        Matcher requests = Pattern.compile("(\\d+) requests in").matcher(said);
        if (!requests.find() || said.contains("Non-2xx")) {
            throw new IOException("wrk says of " + server.name() + ":\n" + said);
        }
        return used / Long.parseLong(requests.group(1));
    }

    /** User and system time, in clock ticks of 10 ms. */
    private static double processorMicros(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10_000.0;
    }

    private static Server server(String name, long pid, String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).header("Accept-Encoding", "gzip").build();
        for (int i = 0; i < 3000; i++) {
            try {
                HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() == 200) {
                    if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
                        throw new IllegalStateException(name + " does not give the compressed file");
                    }
                    return new Server(name, pid, url, answer.headers().firstValue("ETag").orElseThrow());
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            Thread.sleep(10);
        }
        throw new IOException(name + " does not answer");
    }

    private Process startNginx(int port) throws IOException {
        Path root = Files.createDirectories(work.resolve("nginx/logs")).getParent();
        Files.writeString(root.resolve("nginx.conf"), """
                daemon off;
                worker_processes 1;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 256; }
                http {
                    access_log off;
                    keepalive_requests 100000000;
                    sendfile on;
                    tcp_nopush on;
                    open_file_cache max=100;
                    types { application/rss+xml rss; }
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    server {
                        listen 127.0.0.1:%2$d;
                        root %3$s;
                        gzip_static on;
                        gzip_vary on;
                        add_header Cache-Control "public, max-age=60, stale-while-revalidate=600, stale-if-error=604800";
                        add_header Access-Control-Allow-Origin "*";
                    }
                }
                """.formatted(root, port, work.resolve("www")));
        return new ProcessBuilder(which("nginx"), "-p", root.toString(), "-c", root.resolve("nginx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("output.log").toFile())
                .start();
    }

    private static long worker(Process nginx) throws Exception {
        for (int i = 0; i < 500; i++) {
            List<ProcessHandle> workers = nginx.children().toList();
            if (!workers.isEmpty()) {
                return workers.get(0).pid();
            }
            Thread.sleep(10);
        }
        throw new IOException("nginx has no worker");
    }

    private Process startService(int port) throws IOException {
        Path service = Path.of(options.getOrDefault("--service", "feed-service/target/application/service.jar"));
        if (!Files.isRegularFile(service)) {
            throw new IOException(service + " is not there: build it with mvn package, or name it with --service");
        }
        int nobody = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        service.toString())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("service.log").toFile());
        // As many as nginx has workers.
        builder.environment().put("QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE", "1");
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
                        "COMMITCAST_HTTP_PORT", Integer.toString(port),
                        "COMMITCAST_MANAGEMENT_PORT", Integer.toString(freePort())));
        return builder.start();
    }

    /** The same bytes for both: as nginx finds them, and as the service keeps its copies. */
    private void write(byte[] plain, byte[] packed) throws Exception {
        Path www = Files.createDirectories(work.resolve("www"));
        Files.write(www.resolve("podcast.rss"), plain);
        Files.write(www.resolve("podcast.rss.gz"), packed);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
        String head = String.join(
                "\t",
                "SERVED",
                "RSS",
                "incarnation",
                "1",
                "1",
                "2025-03-04T12:00:00Z",
                "true",
                "<https://commitcast.example/feeds/show/podcast.rss>; rel=\"self\"",
                "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"",
                Integer.toString(plain.length),
                Integer.toString(packed.length));
        Path folder = Files.createDirectories(work.resolve("data/feeds/show"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("podcast.rss.document"))) {
            out.write((head + "\n").getBytes(StandardCharsets.UTF_8));
            out.write(packed);
        }
    }

    private static byte[] feed() {
        Random words = new Random(7);
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Show</title>");
        for (int item = 0; item < 100; item++) {
            feed.append("<item><title>Part ").append(item).append("</title><description>");
            for (int word = 0; word < 40; word++) {
                feed.append("tide and harbour ").append(words.nextInt(5000)).append(' ');
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

    private static String which(String tool) {
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/sbin"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
