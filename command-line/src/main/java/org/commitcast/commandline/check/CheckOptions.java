package org.commitcast.commandline.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.commitcast.commandline.arguments.UsageProblem;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param site the file with the site's definition
 * @param json whether the answer is for programs
 * @param strict whether warnings count as well
 * @param probe whether the audio is looked at where it is hosted
 * @param fix whether numbers are corrected
 */
record CheckOptions(Path folder, @Nullable Path site, boolean json, boolean strict, boolean probe, boolean fix) {

    private static final Set<String> FLAGS = Set.of("--strict", "--probe", "--fix");

    static CheckOptions of(List<String> words) {
        Deque<String> rest = new ArrayDeque<>(words);
        Path folder = null;
        Path site = null;
        boolean json = false;
        boolean strict = false;
        boolean probe = false;
        boolean fix = false;
        while (!rest.isEmpty()) {
            String word = rest.pop();
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            if (equals > 0) {
                if (FLAGS.contains(word.substring(0, equals))) {
                    throw new UsageProblem(word.substring(0, equals) + " takes no value.");
                }
                rest.push(word.substring(equals + 1));
                word = word.substring(0, equals);
            }
            switch (word) {
                case "--strict" -> strict = true;
                case "--probe" -> probe = true;
                case "--fix" -> fix = true;
                case "--format" -> json = isJson(value(word, rest));
                case "--site" -> site = Path.of(value(word, rest));
                default -> {
                    if (word.startsWith("-") || folder != null) {
                        throw new UsageProblem(
                                word.startsWith("-") ? "There is no option " + word + "." : "One folder at a time.");
                    }
                    folder = Path.of(word);
                }
            }
        }
        return new CheckOptions(folder(folder), site, json, strict, probe, fix);
    }

    private static Path folder(@Nullable Path said) {
        if (said == null) {
            throw new UsageProblem("Which folder?");
        }
        Path folder = said.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new UsageProblem(folder + " is not a folder.");
        }
        return folder;
    }

    private static boolean isJson(String format) {
        if (!format.equals("json") && !format.equals("text")) {
            throw new UsageProblem("The format is text or json.");
        }
        return format.equals("json");
    }

    private static String value(String option, Deque<String> rest) {
        String value = rest.poll();
        if (value == null || value.isBlank()) {
            throw new UsageProblem("The option " + option + " lacks its value.");
        }
        return value;
    }
}
