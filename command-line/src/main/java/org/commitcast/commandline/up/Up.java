package org.commitcast.commandline.up;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.commitcast.commandline.arguments.UsageProblem;
import org.commitcast.commandline.logging.KafkaLog;
import org.commitcast.localstack.LocalStack;
import org.commitcast.localstack.StackSettings;
import org.commitcast.localstack.StartedStack;
import org.commitcast.localstack.machine.StartFailure;
import org.commitcast.localstack.service.Service;

/** Starts the stack, says that it is ready, and stays until told to stop. */
public final class Up {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream err;

    public Up(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Returns the exit code when it could not start or a service has ended; else runs until the process is stopped. */
    public int run(List<String> words, Path home) {
        try {
            Map<Service, Map<String, String>> given = new Surroundings(System.getenv()).variables();
            return run(UpOptions.parse(words, home).overriding(given));
        } catch (UsageProblem e) {
            err.println("commitcast up: " + e.getMessage());
            err.print(UpOptions.USAGE);
            return MISUSED;
        } catch (StartFailure e) {
            err.println("commitcast up: " + e.getMessage());
            return FAILED;
        }
    }

    private int run(StackSettings settings) {
        LocalStack stack = LocalStack.in(settings);
        KafkaLog.writeTo(settings.data().resolve("logs"));
        AtomicBoolean stopping = new AtomicBoolean();
        // Ctrl-C and SIGTERM: the JVM waits for this before it ends.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, stopping), "stack stops"));
        StartedStack started = stack.start(part -> err.println("Starting " + part + " …"));
        CompletableFuture<Service> ended = new CompletableFuture<>();
        started.whenServiceEnds(service -> {
            if (!stopping.get()) {
                ended.complete(service);
            }
        });
        List<String> byHand = new Handover(settings, started).write();
        out.println(new ReadyLine(settings, started).text());
        byHand.forEach(err::println);
        Service service = ended.join();
        err.println("commitcast up: %s has ended by itself: see %s."
                .formatted(service.module(), started.logs().resolve(service.id() + ".log")));
        return FAILED;
    }

    private void stop(LocalStack stack, AtomicBoolean stopping) {
        stopping.set(true);
        stack.close();
    }
}
