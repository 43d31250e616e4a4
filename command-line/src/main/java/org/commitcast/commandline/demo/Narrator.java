package org.commitcast.commandline.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;

/** Tells the story, step by step, and remembers which step it is in. */
final class Narrator {

    private final PrintStream out;
    private int steps;
    private String title = "";
    private Instant begun = Instant.now();

    Narrator(PrintStream out) {
        this.out = out;
    }

    void begin(String next) {
        steps++;
        title = next;
        begun = Instant.now();
        out.printf("%n%d. %s%n", steps, next);
    }

    /** What happens now, and why. */
    void say(String text) {
        text.strip().lines().forEach(line -> out.println("   " + line));
    }

    /** What was sent or came back. */
    void show(Collection<String> lines) {
        lines.forEach(line -> out.println("   | " + line));
    }

    void show(String text) {
        show(text.strip().lines().toList());
    }

    /** Ends the step: what was verified. */
    void verified(String what) {
        out.printf("   ok: %s (%s)%n", what, seconds(Duration.between(begun, Instant.now())));
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** The step that is being told, for a message about its failure. */
    String step() {
        return "step %d (%s)".formatted(steps, title);
    }
}
