package org.commitcast.commandline.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.commitcast.commandline.arguments.UsageProblem;
import org.commitcast.commandline.definition.DefinitionFile;
import org.commitcast.commandline.folder.WorkingCopy;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.adoption.AdoptedFeed;
import org.commitcast.contentreading.adoption.FeedItems;
import org.commitcast.feeddifference.FeedDifference;
import org.commitcast.feeddifference.ReadFeed;
import org.commitcast.feeddifference.UnreadableFeedException;
import org.commitcast.feedrendering.document.FeedFormat;

/** The command. Needs no server; connects to others only to read the feeds that were named. */
public final class Feed {
    private static final int DIFFERENT = 1;
    private static final int MISUSED = 2;
    private static final String USAGE =
            """
            Usage: commitcast feed DIR [--compare FEED] [--feed NAME] [--format rss|atom|json] [--adopt FEED]
                                       [--settings FILE] [--json] [--output FILE]
            FEED is an address or a file.""";

    private final PrintStream out;
    private final PrintStream err;
    private final FeedSource sources;
    private final Clock clock;

    /** @param allowed which addresses may be connected to beside public ones */
    public Feed(PrintStream out, PrintStream err, String allowed, Clock clock) {
        this.out = out;
        this.err = err;
        this.sources = new FeedSource(allowed);
        this.clock = clock;
    }

    /** Returns the exit code: 0 where nothing differs, 1 where something does, 2 where it cannot be told. */
    public int run(List<String> words) {
        try {
            return run(FeedOptions.of(words));
        } catch (UncheckedIOException e) {
            err.println("commitcast feed: " + e.getMessage() + ": " + e.getCause());
            return MISUSED;
        } catch (UsageProblem e) {
            err.println("commitcast feed: " + e.getMessage());
            err.println(USAGE);
            return MISUSED;
        }
    }

    private int run(FeedOptions options) {
        DefinitionFile definition = DefinitionFile.read(options.settings().orElse(null));
        Optional<ReadFeed> live = options.compare().map(this::live);
        var files = WorkingCopy.of(options.folder());
        ContentReader reader = ContentReader.of(files, definition.settings());
        LocalSite site = new LocalSite(options, definition, reader.rules());
        AdoptedFeed adopted = adopted(options, definition);
        LocalItems items = new LocalItems(site.name(), reader, adopted, clock);
        FeedFormat format =
                options.format().orElseGet(() -> live.map(Feed::formatOf).orElse(FeedFormat.RSS));
        List<LocalFeed> candidates = site.candidates(format);
        items.forEach(files, err, item -> candidates.forEach(feed -> feed.add(item)));
        LocalFeed feed = candidates.stream()
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElseThrow(() -> new UsageProblem("There is nothing in " + options.folder() + " for this feed."));
        tellOf(items, feed, !adopted.isEmpty());
        byte[] written = feed.writtenFor(site.publicUrl(feed.definition(), format));
        write(options, written, live.isEmpty());
        return live.map(other -> compare(options, written, other)).orElse(0);
    }

    private ReadFeed live(String source) {
        try {
            return ReadFeed.of(sources.read(source));
        } catch (UnreadableFeedException e) {
            throw new UsageProblem(source + " " + e.getMessage() + ".");
        }
    }

    private static FeedFormat formatOf(ReadFeed feed) {
        return switch (feed.form()) {
            case RSS -> FeedFormat.RSS;
            case ATOM -> FeedFormat.ATOM;
            case JSON -> FeedFormat.JSON;
        };
    }

    private AdoptedFeed adopted(FeedOptions options, DefinitionFile definition) {
        Optional<String> source =
                options.adopt().or(() -> Optional.ofNullable(definition.adopt()).map(URI::toString));
        try {
            return new AdoptedFeed(source.isEmpty() ? List.of() : FeedItems.read(sources.read(source.get())));
        } catch (XMLStreamException e) {
            throw new UsageProblem(source.orElse("") + " is no feed whose guids could be taken over.");
        }
    }

    private void tellOf(LocalItems items, LocalFeed feed, boolean adopting) {
        items.held()
                .forEach(finding -> err.println("left out: %s:%d:%d %s %s"
                        .formatted(
                                finding.path(), finding.line(), finding.column(), finding.rule(), finding.message())));
        feed.failed().forEach(item -> err.println("left out: " + item.contentId() + " " + item.reason()));
        if (adopting) {
            int guids = items.adoptedGuids();
            err.println(
                    guids == 1
                            ? "1 guid is that of the adopted feed and not that of the site's rules."
                            : guids + " guids are those of the adopted feed and not those of the site's rules.");
        }
    }

    private void write(FeedOptions options, byte[] written, boolean print) {
        Path file = options.output().orElse(null);
        try {
            if (file != null) {
                Files.write(file, written);
            } else if (print) {
                out.write(written);
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the feed cannot be written", e);
        }
    }

    private int compare(FeedOptions options, byte[] written, ReadFeed other) {
        FeedDifference difference;
        try {
            difference = FeedDifference.between(ReadFeed.of(written), other);
        } catch (UnreadableFeedException e) {
            throw new IllegalStateException("what was just written " + e.getMessage(), e);
        }
        if (options.json()) {
            out.println(json(difference));
        } else {
            new Report(out).print(difference);
        }
        return difference.isNone() ? 0 : DIFFERENT;
    }

    private static String json(FeedDifference difference) {
        try {
            var tree = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
            return tree.writeValueAsString(difference);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a difference has a JSON form", e);
        }
    }
}
