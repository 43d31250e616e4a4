package org.commitcast.commandline.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commitcast.commandline.arguments.UsageProblem;
import org.commitcast.commandline.definition.DefinitionFile;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentreading.definition.FeedStatements;
import org.commitcast.contentreading.definition.Outline;
import org.commitcast.contentreading.site.SiteRules;
import org.commitcast.feedrendering.document.FeedFormat;

/** The site that a folder would be, by what a file says of it and what it says itself. */
final class LocalSite {
    private final FeedOptions options;
    private final SiteDefinition definition;
    private final String name;

    LocalSite(FeedOptions options, DefinitionFile file, SiteRules rules) {
        this.options = options;
        this.name = name(options);
        this.definition = new Outline(name, "", "", file.owner(), FeedStatements.all(file.feeds()), true, true)
                .completedBy(rules);
    }

    private static String name(FeedOptions options) {
        var last = options.folder().getFileName();
        String plain = String.valueOf(last).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String trimmed = plain.replaceAll("^-+|-+$", "");
        return trimmed.isEmpty() ? "site" : trimmed;
    }

    String name() {
        return name;
    }

    /** The feeds that may be meant: the one that was named, or that lives where the other is, or all. */
    List<LocalFeed> candidates(FeedFormat format) {
        List<FeedDefinition> meant =
                named().map(List::of).or(() -> there().map(List::of)).orElse(definition.feeds());
        return meant.stream()
                .map(feed -> new LocalFeed(definition, feed, format))
                .toList();
    }

    private Optional<FeedDefinition> named() {
        return options.feed().map(wanted -> definition.feeds().stream()
                .filter(feed -> feed.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UsageProblem("The site has no feed " + wanted + ": it has "
                        + String.join(
                                ", ",
                                definition.feeds().stream()
                                        .map(FeedDefinition::name)
                                        .toList())
                        + ".")));
    }

    private Optional<FeedDefinition> there() {
        return options.compare().flatMap(address -> definition.feeds().stream()
                .filter(feed -> address.equals(String.valueOf(feed.publicUrl())))
                .findFirst());
    }

    /** Where the feed stands towards its readers: as is said, else where the live one is, else where a service would. */
    URI publicUrl(FeedDefinition feed, FeedFormat format) {
        URI said = format == FeedFormat.RSS ? feed.publicUrl() : null;
        return Optional.ofNullable(said)
                .or(() -> options.compare().filter(FeedSource::isAddress).map(URI::create))
                .orElseGet(
                        () -> URI.create("http://localhost:8082/feeds/" + name + "/" + feed.name() + format.ending()));
    }
}
