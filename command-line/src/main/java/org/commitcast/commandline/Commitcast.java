package org.commitcast.commandline;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.commitcast.commandline.check.Check;
import org.commitcast.commandline.demo.Demo;
import org.commitcast.commandline.feed.Feed;
import org.commitcast.commandline.read.Read;
import org.commitcast.commandline.rehearsal.Rehearsal;
import org.commitcast.commandline.up.Up;
import org.commitcast.guardedhttp.AddressPolicy;

/** The command {@code commitcast}. */
final class Commitcast {

    private static final int MISUSED = 2;
    private static final int BROKEN = 70;

    private static final String USAGE =
            """
            Usage: commitcast COMMAND [OPTION…]
              up      run Kafka, PostgreSQL and the three services until stopped
              demo    tell the whole story on a sample repository
              read    show what is read in a folder of content
              feed    write a feed of a folder of content, or say how it differs from the live one
              check   say what is wrong in a folder of content, and correct numbers
            """;

    private Commitcast() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Path home = Path.of(System.getProperty("commitcast.home", "")).toAbsolutePath();
        // Not by returning: a Kafka that failed to start leaves threads that keep the JVM alive.
        try {
            System.exit(run(List.of(arguments), home, out, err));
        } catch (RuntimeException e) {
            err.println("commitcast: this should not have happened; please report it:");
            e.printStackTrace(err);
            System.exit(BROKEN);
        }
    }

    /** The services' own variable, for audio on a host that is not public. */
    private static String addresses() {
        return System.getenv().getOrDefault("COMMITCAST_ALLOW_ADDRESSES", "");
    }

    private static int run(List<String> words, Path home, PrintStream out, PrintStream err) {
        String command = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.subList(Math.min(1, words.size()), words.size());
        return switch (command) {
            case "up" -> new Up(out, err).run(rest, home);
            case "demo" -> new Demo(out, err).run(rest, home);
            case "read" -> new Read(out, err).run(rest);
            case "check" -> new Check(out, err, AddressPolicy.allowing(addresses())).run(rest);
            case "feed" -> new Feed(out, err, addresses(), Clock.systemUTC()).run(rest);
            // Called by the script after a build: not for people.
            case "rehearse" -> new Rehearsal(err).run(home);
            case "help", "--help", "-h" -> {
                out.print(USAGE);
                yield 0;
            }
            default -> {
                err.println(
                        command.isEmpty()
                                ? "commitcast: which command?"
                                : "commitcast: there is no command " + command + ".");
                err.print(USAGE);
                yield MISUSED;
            }
        };
    }
}
