import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Decoded;
import org.commitcast.contentevents.EventCodec;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feedrendering.FeedComposer;
import org.commitcast.feedrendering.ItemRenderer;
import org.commitcast.feedrendering.RenderedItem;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.ItemInputs;

/**
 * Measures what processor time a feed takes to be made, warm, on one thread:
 *
 * <pre>
 * ./commitcast demo        # builds what is measured
 * java -cp 'feed-service/target/application/lib/*' benchmarks/FeedRendering.java
 * </pre>
 *
 * Once with all of its items rendered anew, once from rendered items, which is what one more item costs; uncompressed.
 * Each figure is the median of five rounds, against a limit. Ends with 1 where one is above it.
 */
final class FeedRendering {
    private static final Path GOLDEN = Path.of("content-events/src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventCodec CODEC = new EventCodec();
    private static final int ROUNDS = 5;
    private static final long WARM_NANOS = 3_000_000_000L;

    private final SiteDefinition site;
    private final ItemRenderer renderer = new ItemRenderer();
    private final FeedComposer composer = new FeedComposer();
    /** Once for all, so that what a growing array takes is not measured. */
    private final ByteArrayOutputStream target = new ByteArrayOutputStream(1 << 20);

    private FeedRendering(SiteDefinition site) {
        this.site = site;
    }

    public static void main(String[] arguments) throws IOException {
        JsonNode state = golden("site-detailed.json");
        FeedRendering rendering = new FeedRendering(((SiteState) decoded(state)).definition());
        System.out.println("items  format  rendered anew  from rendered items  limit (ms, anew)");
        boolean within = true;
        for (FeedFormat format : FeedFormat.values()) {
            within &= rendering.measure(100, 3.0, format);
            within &= rendering.measure(1000, 20.0, format);
        }
        System.exit(within ? 0 : 1);
    }

    private boolean measure(int items, double limit, FeedFormat format) throws IOException {
        List<ContentSnapshot> snapshots = snapshots(items);
        List<RenderedItem> rendered = render(snapshots, format);
        double anew = median(() -> compose(render(snapshots, format), format));
        double again = median(() -> compose(rendered, format));
        System.out.printf("%5d  %-6s  %13.2f  %19.2f  %5.1f%n", items, format, anew, again, limit);
        return anew <= limit;
    }

    private List<RenderedItem> render(List<ContentSnapshot> snapshots, FeedFormat format) {
        List<RenderedItem> rendered = new ArrayList<>(snapshots.size());
        for (ContentSnapshot snapshot : snapshots) {
            renderer.render(ItemInputs.of(snapshot, null), format, false).sortInto(rendered, new ArrayList<>());
        }
        return rendered;
    }

    private void compose(List<RenderedItem> items, FeedFormat format) throws IOException {
        URI url = URI.create("https://feeds.example/harbour/podcast" + format.ending());
        target.reset();
        composer.compose(FeedFrame.of(site, site.feeds().get(0), format, url), items.iterator(), target);
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Milliseconds of one run: of enough of them to be told from nothing, after all is compiled. */
    private static double median(Work work) throws IOException {
        long end = cpuNanos() + WARM_NANOS;
        int runs = 0;
        while (cpuNanos() < end) {
            work.run();
            runs++;
        }
        int each = Math.max(1, runs / 6);
        double[] rounds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begin = cpuNanos();
            for (int run = 0; run < each; run++) {
                work.run();
            }
            rounds[round] = (cpuNanos() - begin) / 1e6 / each;
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    /** Of this thread: others on the machine do not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Episodes as shows have them: some 6 KB of text, chapters, and words of their own. */
    private static List<ContentSnapshot> snapshots(int number) throws IOException {
        JsonNode sample = golden("content-published.json");
        List<ContentSnapshot> snapshots = new ArrayList<>();
        for (int i = number; i > 0; i--) {
            ObjectNode state = sample.deepCopy();
            ObjectNode data = (ObjectNode) state.get("data");
            data.put("contentId", "episode-" + i).put("guid", "harbour-radio/episode/" + i).put("title", "Tide " + i);
            data.put("url", "https://harbour.example/episode/" + i + "/").put("episode", i);
            data.put("date", Instant.parse("2020-01-01T06:00:00Z").plusSeconds(86_400L * i).toString());
            data.put("html", html(i));
            snapshots.add((ContentSnapshot) decoded(state));
        }
        return snapshots;
    }

    private static String html(int episode) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            html.append("<p>On day ").append(episode * 31 + i).append(" the pilots of <a href=\"https://harbour.example/")
                    .append(i).append("\">pier ").append(i).append("</a> wait for water &amp; wind, and say what they")
                    .append(" think of <em>ships</em> that are late; somebody counts the gulls until the fog has gone, ")
                    .append("and the lamp at the end of the breakwater is lit by hand again.</p>\n");
        }
        return html.append("<ul><li>[@01:30] The foghorn</li><li>[@12:00] The lamp</li></ul>").toString();
    }

    private static JsonNode golden(String file) throws IOException {
        return JSON.readTree(Files.readAllBytes(GOLDEN.resolve(file)));
    }

    private static Object decoded(JsonNode sample) throws IOException {
        Map<String, String> headers = new HashMap<>();
        sample.get("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        return ((Decoded.Known) CODEC.decode(headers, JSON.writeValueAsBytes(sample.get("data")))).event();
    }
}
