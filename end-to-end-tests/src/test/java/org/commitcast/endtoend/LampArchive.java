package org.commitcast.endtoend;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A show of many years, whose documents differ as those of real shows do: in folders, slugs, quotes, how dates are
 * written, line ends, comments and what is said of discussions. Nearly all of them wait for a link under a key that is
 * commented out.
 */
final class LampArchive {
    private static final LocalDate FIRST = LocalDate.of(2019, 8, 6);
    private static final String[] FOLDERS = {"repairs", "repairs", "repairs", "wicks", "visits"};
    private static final String[] WORDS = {
        "brass", "oil", "carbide", "paraffin", "mantle", "lens", "glass", "flint", "tin", "hurricane", "miner's"
    };
    private static final String[] THINGS = {"lantern", "burner", "reflector", "shade", "chimney", "gallery", "float"};

    private LampArchive() {}

    /** With so many episodes; its host has the folder's name. */
    static ContentRepository in(Path folder, int episodes) {
        String host = folder.getFileName() + ".lamps.example";
        ContentRepository repository = ContentRepository.in(folder);
        repository.write(
                "_config.yml",
                """
                title: "The Lamp Workshop"
                description: "Old lamps, and the people who mend them."
                author: "Ole Brandt"
                lang: en
                url: https://%s
                collections:
                  episodes:
                    output: true
                    permalink: /episode/:title/
                """
                        .formatted(host));
        for (int number = 0; number < episodes; number++) {
            repository.write(path(number), document(number, host));
        }
        return repository;
    }

    private static String title(int number) {
        return "The %s %s, part %d".formatted(WORDS[number % WORDS.length], THINGS[number % THINGS.length], number + 1);
    }

    private static String slug(int number) {
        return title(number).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static LocalDate day(int number) {
        return FIRST.plusDays(9L * number);
    }

    private static String path(int number) {
        return "_episodes/%s/%s-%s.md".formatted(FOLDERS[number % FOLDERS.length], day(number), slug(number));
    }

    private static String date(int number) {
        var time =
                day(number).atTime(LocalTime.of(6 + number % 12, number % 60)).atOffset(ZoneOffset.UTC);
        return switch (number % 13) {
            case 4 ->
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx", Locale.ROOT)
                        .format(time);
            case 9 ->
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT)
                                .format(time) + "-05:00";
            default -> time.toInstant().toString();
        };
    }

    private static String document(int number, String host) {
        String text =
                """
                ---
                title: %s
                date: %s
                %sfile: https://audio.%s/file/%s.mp3
                duration: "%s"
                length: "%d" # bytes
                %s---
                %s -- and *why* it still burns.

                <!--
                The first paragraph is what apps show.
                -->

                ### On the bench

                - [@00:00] - Welcome
                - [@%02d:30] - What was broken
                """
                        .formatted(
                                number % 4 == 3 ? title(number) : '"' + title(number) + '"',
                                date(number),
                                number % 22 == 7 ? "# keeps its old address\nslug: \"" + slug(number) + "\"\n" : "",
                                host,
                                slug(number),
                                number % 3 == 0
                                        ? "00:%02d:19".formatted(number % 60)
                                        : "%02d:19".formatted(number % 60),
                                20_000_000 + 1_234 * number,
                                discussions(number),
                                title(number),
                                number % 50 + 1);
        String ends = number % 36 == 6 ? text.replace("\n", "\r\n") : text;
        return number % 60 == 12 ? "\ufeff" + ends : ends;
    }

    /** What the front matter has of discussions. */
    private static String discussions(int number) {
        String later = "(leave blank at first; amend with the link and uncomment this line once the thread is there)";
        if (number % 9 == 1) {
            return "reddit: https://www.reddit.com/r/lamps/comments/b%s/a_lamp/\n#hackernews: %s\n"
                    .formatted(Integer.toString(36 + number, 36), later);
        }
        return switch (number % 12) {
            case 3 -> "#reddit:\n#hackernews:\n";
            case 6 -> "# hackernews: ''  # the thread\n#reddit: ''\n";
            default -> "#reddit: %1$s\n#hackernews: %1$s\n".formatted(later);
        };
    }
}
