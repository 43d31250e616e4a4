package org.commitcast.feedrendering;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.contentevents.Batch;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.Reading;
import org.commitcast.contentreading.RepositoryFiles;
import org.commitcast.contentreading.adoption.AdoptedFeed;
import org.commitcast.contentreading.definition.Outline;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.site.HtmlPolicy;
import org.commitcast.contentreading.site.Setting;
import org.commitcast.contentreading.site.SiteSettings;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.ItemInputs;
import org.commitcast.feedrendering.document.ItemSettings;

/** A small Jekyll blog, read as a repository is and rendered as its feed is. */
record JekyllBlog(String name, SiteSettings settings) implements RepositoryFiles {

    static JekyllBlog of(String name) {
        return new JekyllBlog(name, SiteSettings.none().with(Setting.HTML_POLICY, HtmlPolicy.AS_IS));
    }

    JekyllBlog withGuids(String pattern) {
        return new JekyllBlog(name, settings.with(Setting.GUID_PATTERN, pattern));
    }

    /** What jekyll-feed 0.17 of Jekyll 4.3 made of it. */
    byte[] itsOwnFeed() {
        return bytes(folder().resolveSibling(name + ".xml"));
    }

    /** Its newest posts as we feed them, each with the guid that the adopted feed has for it, or else its own. */
    byte[] feed(int limit, AdoptedFeed adopted) {
        var reader = ContentReader.of(this, settings);
        var outline = new Outline(name, "https://git.example/" + name, "main", null, List.of(), false, false);
        SiteDefinition site = outline.completedBy(reader.rules());
        FeedDefinition feed = new FeedDefinition("blog", List.of(Kind.POST), null, null, limit);
        ItemInputs[] posts = paths().map(path -> reader.read(path, read(path).orElseThrow()))
                .map(Reading::document)
                .flatMap(Optional::stream)
                .filter(post -> post.release().published())
                .map(post -> snapshot(
                        post, adopted.guidOf(post).orElse(post.address().guid())))
                .sorted((one, other) -> other.date().compareTo(one.date()))
                .limit(limit)
                .map(post -> new ItemInputs(post, null, null, null, ItemSettings.of(site)))
                .toArray(ItemInputs[]::new);
        URI address = URI.create("https://feeds.example/feeds/" + name + "/blog.atom");
        return Documents.of(FeedFrame.of(site, feed, FeedFormat.ATOM, address), posts);
    }

    private ContentSnapshot snapshot(Document post, String guid) {
        var about = post.about();
        return new ContentSnapshot(
                name,
                "i1",
                post.path(),
                1,
                1,
                new Batch("c0ffee", 0, 1),
                ContentSnapshot.Status.PUBLISHED,
                Cause.CONTENT,
                post.kind(),
                guid,
                post.address().url(),
                List.of(),
                post.path(),
                "c0ffee",
                "b10b",
                about.title(),
                post.release().date(),
                Samples.NOON,
                true,
                about.authors(),
                about.tags(),
                about.language(),
                about.summary(),
                about.description(),
                post.html(),
                about.image(),
                null,
                List.of(),
                null,
                null,
                null,
                post.discussions().links(),
                List.of(),
                new ObjectMapper().valueToTree(post.frontMatter().asJson()),
                Samples.NOON,
                null);
    }

    @Override
    public Stream<String> paths() {
        try (Stream<Path> files = Files.walk(folder())) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> folder().relativize(file).toString())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<byte[]> read(String path) {
        Path file = folder().resolve(path);
        return Files.isRegularFile(file) ? Optional.of(bytes(file)) : Optional.empty();
    }

    private Path folder() {
        try {
            return Path.of(Objects.requireNonNull(JekyllBlog.class.getResource("/jekyll/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
