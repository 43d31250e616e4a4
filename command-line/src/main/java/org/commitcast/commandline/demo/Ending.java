package org.commitcast.commandline.demo;

import java.io.IOException;
import java.io.PrintStream;
import org.commitcast.localstack.service.Service;

/** What to look at, and what to do next. */
record Ending(PrintStream out, Stage stage) {

    void tell(boolean stay) {
        out.println();
        out.println(
                "Every step was verified. What there is to look at" + (stay ? ":" : " (with commitcast demo --stay):"));
        out.println("   the podcast's feed  " + stage.feedUrl("podcast"));
        out.println("   the blog's feed     " + stage.feedUrl("blog"));
        for (Service service : Service.values()) {
            out.printf(
                    "   %-19s %s/q/swagger-ui%n",
                    service.id() + " over REST", stage.stack().url(service));
        }
        if (stay) {
            out.println("   its token           " + stage.stack().token());
            out.println("   the repository      git clone " + stage.repository().address());
        }
        out.println("What to do next:");
        out.println("   ./commitcast up     runs the same for your own show, and keeps its data");
        out.println("   README.md           has a first real site in five minutes");
        if (stay) {
            out.println("Everything keeps running until Enter or Ctrl-C.");
            awaitEnter();
        }
    }

    private static void awaitEnter() {
        try {
            if (System.in.read() >= 0) {
                return;
            }
            // No terminal: until a signal comes.
            Thread.currentThread().join();
        } catch (IOException e) {
            throw new DemoFailure("standard input cannot be read (%s)".formatted(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
