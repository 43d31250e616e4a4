package org.commitcast.commandline.feed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commitcast.commandline.arguments.Options;
import org.commitcast.commandline.arguments.UsageProblem;
import org.commitcast.feedrendering.document.FeedFormat;

/**
 * What was asked for.
 *
 * @param compare the address or file of the live feed
 * @param feed which of the site's feeds; empty lets the live feed's address or the content decide
 * @param format empty means that of the live feed, else RSS
 * @param adopt the address or file of the feed whose guids are taken over
 * @param settings the file with the site's definition
 * @param json whether the difference is printed for programs
 * @param output where the feed is written
 */
record FeedOptions(
        Path folder,
        Optional<String> compare,
        Optional<String> feed,
        Optional<FeedFormat> format,
        Optional<String> adopt,
        Optional<Path> settings,
        boolean json,
        Optional<Path> output) {

    private static final Set<String> KNOWN =
            Set.of("--compare", "--feed", "--format", "--adopt", "--settings", "--output");

    static FeedOptions of(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        boolean json = rest.remove("--json");
        if (rest.isEmpty() || rest.get(0).startsWith("--")) {
            throw new UsageProblem("Which folder? It comes first.");
        }
        Path folder = Path.of(rest.remove(0)).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new UsageProblem(folder + " is not a folder.");
        }
        Options options = Options.of(rest, KNOWN);
        if (json && options.value("--compare").isEmpty()) {
            throw new UsageProblem("--json is of no use without --compare.");
        }
        return new FeedOptions(
                folder,
                options.value("--compare"),
                options.value("--feed"),
                options.value("--format").map(FeedOptions::format),
                options.value("--adopt"),
                options.value("--settings").map(Path::of),
                json,
                options.value("--output").map(Path::of));
    }

    private static FeedFormat format(String word) {
        return switch (word) {
            case "rss" -> FeedFormat.RSS;
            case "atom" -> FeedFormat.ATOM;
            case "json" -> FeedFormat.JSON;
            default -> throw new UsageProblem("The format is rss, atom or json.");
        };
    }
}
