package org.commitcast.commandline.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.commitcast.commandline.logging.KafkaLog;
import org.commitcast.localstack.LocalStack;
import org.commitcast.localstack.StackSettings;
import org.commitcast.localstack.StartedStack;
import org.commitcast.localstack.machine.Folders;
import org.commitcast.localstack.machine.StartFailure;
import org.commitcast.localstack.service.Service;

/** Tells the whole story on a stack of its own, in a temporary folder and on free ports. */
public final class Demo {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final String STAY = "--stay";
    private static final String USAGE =
            """
            Usage: commitcast demo [--stay]
              --stay    keep everything running at the end, to look at, until Ctrl-C
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Narrator tell;
    private final AtomicBoolean verified = new AtomicBoolean();

    public Demo(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        this.tell = new Narrator(out);
    }

    /** Returns 0 only if every step was verified. */
    public int run(List<String> words, Path home) {
        if (!words.isEmpty() && !words.equals(List.of(STAY))) {
            err.println("commitcast demo: It takes no option but " + STAY + ".");
            err.print(USAGE);
            return MISUSED;
        }
        Path folder = temporaryFolder();
        try {
            tell(home, folder, words.contains(STAY));
            Folders.delete(folder);
            return 0;
        } catch (DemoFailure | StartFailure e) {
            err.printf("%ncommitcast demo: %s failed: %s%n", tell.step(), e.getMessage());
            err.println("The logs are in " + folder.resolve("data/logs") + ", the repository beside them.");
            return FAILED;
        } catch (IOException e) {
            err.println("commitcast demo: The folder %s cannot be removed (%s).".formatted(folder, e));
            return 0;
        }
    }

    private void tell(Path home, Path folder, boolean stay) {
        out.println("Commitcast's main job on a sample show: from a push to a discussion link in the repository.");
        StandardWebhook channelSecret = new StandardWebhook();
        try (SampleRepository repository = SampleRepository.in(folder);
                Neighbours neighbours = Neighbours.start(channelSecret);
                LocalStack stack = LocalStack.in(StackSettings.of(home, folder.resolve("data"))
                        .onFreePorts()
                        .overriding(sources(neighbours.hackerNews())))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, folder), "stack stops"));
            StartedStack started = start(stack, folder);
            Path examples = home.resolve("examples");
            String webhookSecret = HexFormat.of().formatHex(Hmac.newKey());
            Stage stage = new Stage(
                    tell, started, new Api(started), repository, neighbours, examples, webhookSecret, channelSecret);
            tell(stage);
            verified.set(true);
            new Ending(out, stage).tell(stay);
        }
    }

    /** The sample show is nowhere discussed: nobody's servers are asked for it, but our own. */
    private static Map<Service, Map<String, String>> sources(HackerNews hackerNews) {
        return Map.of(
                Service.NOTIFY,
                Map.of(
                        "COMMITCAST_SOURCES", "hackernews",
                        "COMMITCAST_SOURCES_HACKERNEWS_SEARCH_URL", hackerNews.url(),
                        "COMMITCAST_SOURCES_HACKERNEWS_ITEMS_URL", hackerNews.url()));
    }

    /** Ctrl-C is one of the ends that the demo offers; one that failed leaves its logs. */
    private void stop(LocalStack stack, Path folder) {
        stack.close();
        if (verified.get()) {
            try {
                Folders.delete(folder);
            } catch (IOException e) {
                err.println("commitcast demo: The folder %s cannot be removed (%s).".formatted(folder, e));
            }
        }
    }

    private StartedStack start(LocalStack stack, Path folder) {
        tell.begin("Kafka, PostgreSQL and the three services are started");
        KafkaLog.writeTo(folder.resolve("data/logs"));
        StartedStack started = stack.start(part -> tell.say("Starting " + part + " …"));
        for (Service service : Service.values()) {
            tell.show("%-6s %s".formatted(service.id(), started.url(service)));
        }
        tell.verified("all ready");
        return started;
    }

    private static void tell(Stage stage) {
        Registration.repository(stage);
        Registration.site(stage);
        Registration.channels(stage);
        FirstImport.tell(stage);
        NewEpisode.Pushed pushed = NewEpisode.tell(stage);
        GoingLive.tell(stage, pushed);
        String found = DiscussionFound.tell(stage, pushed);
        DiscussionGiven.tell(stage, pushed, found);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("commitcast-demo");
        } catch (IOException e) {
            throw new StartFailure("No temporary folder can be made (%s).".formatted(e), e);
        }
    }
}
