package org.commitcast.commandline.demo;

import java.io.IOException;
import java.io.PrintStream;
import org.commitcast.localstack.service.Service;

/** What to look at, and what to do next. */
record Ending(PrintStream out, Stage stage) {

    void tell(boolean stay) {
        out.println();
        out.println("Every step was verified. To look at" + (stay ? ":" : ", with ./commitcast demo --stay:"));
        line("the podcast's feed", stage.feedUrl("podcast"));
        line("the blog's feed", stage.feedUrl("blog"));
        rest("the site", Service.INGEST, "/api/v1/sites/" + Stage.SITE);
        rest("a commit's receipt", Service.INGEST, "/api/v1/sites/" + Stage.SITE + "/commits/SHA");
        rest("the announcements", Service.NOTIFY, "/api/v1/announcements?site=" + Stage.SITE);
        rest("the discussions", Service.NOTIFY, "/api/v1/discussions?site=" + Stage.SITE);
        line(
                "the same for everybody",
                stage.stack().url(Service.NOTIFY) + "/discussions/" + Stage.SITE + "/by-url.html?url="
                        + stage.neighbours().site() + NewEpisode.PAGE);
        if (stay) {
            line(
                    "REST asks for",
                    "curl -H 'Authorization: Bearer " + stage.stack().token() + "'");
            line("the repository", "git clone " + stage.repository().address());
        }
        out.println("What to do next:");
        line("./commitcast up", "runs the same for your own show, and keeps its data");
        line("./commitcast read DIR", "shows what is read in a folder of your content, without a server");
        line("README.md", "has a first real site in five minutes");
        if (stay) {
            out.println("Everything keeps running until Enter or Ctrl-C.");
            awaitEnter();
        }
    }

    private void rest(String what, Service service, String path) {
        line(what, stage.stack().url(service) + path);
    }

    private void line(String what, String where) {
        out.printf("   %-22s %s%n", what, where);
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
