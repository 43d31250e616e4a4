package org.commitcast.notify.measurement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What is published and what people post, the same wherever it is asked for. */
record World(List<Published> items, List<Posted> threads) {
    static final List<String> SOURCES = List.of("bluesky", "hackernews", "lemmy", "lobsters", "mastodon", "reddit");
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    static final Duration WARM_UP = Duration.ofHours(6);
    static final Instant DAY = START.plus(WARM_UP);
    static final Instant END = DAY.plus(Duration.ofDays(1));

    private static final int ITEMS = 10_000;
    private static final int SITES = 200;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration FIRST_HOURS = Duration.ofHours(6);

    /** An item, with one address that it had before, and audio. */
    record Published(int number, String site, Instant at) {
        String url() {
            return "https://" + site + ".example/episode/" + number + "/";
        }

        String earlierUrl() {
            return "https://" + site + ".example/" + number + ".html";
        }

        String audio() {
            return "https://audio.example/" + site + "/" + number + ".mp3";
        }

        String title() {
            return "Conversation number " + number;
        }
    }

    /** Somebody posts an item somewhere. */
    record Posted(int number, String source, Published item, Instant at) {}

    /** A year's items of 200 sites until the end of the day; all that come out in the day are posted everywhere. */
    static World create() {
        Random random = new Random(20260302);
        List<Published> items = new ArrayList<>();
        List<Posted> threads = new ArrayList<>();
        for (int number = 0; number < ITEMS; number++) {
            Instant at = END.minusSeconds(random.nextLong(YEAR.toSeconds()));
            Published item = new Published(number, "site-" + number % SITES, at);
            items.add(item);
            if (at.isAfter(DAY)) {
                for (String source : SOURCES) {
                    Instant posted = at.plusSeconds(random.nextLong(FIRST_HOURS.toSeconds()));
                    threads.add(new Posted(threads.size() + 1, source, item, posted));
                }
            }
        }
        items.sort(Comparator.comparing(Published::at));
        threads.removeIf(thread -> thread.at().isAfter(END));
        threads.sort(Comparator.comparing(Posted::at));
        return new World(items, threads);
    }
}
