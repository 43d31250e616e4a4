package org.commitcast.contentreading.jekyll;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.commitcast.contentreading.generator.DateRules;
import org.commitcast.contentreading.generator.FrontMatterForms;
import org.commitcast.contentreading.generator.Generator;
import org.commitcast.contentreading.generator.Page;
import org.commitcast.contentreading.generator.PageSource;
import org.commitcast.contentreading.generator.Place;
import org.commitcast.contentreading.generator.Place.Posts;
import org.commitcast.contentreading.generator.Templating;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.yaml.YamlMap;

/** Jekyll, by its {@code _config.yml} or by its folders alone. */
public final class JekyllGenerator implements Generator {

    public static final String NAME = "jekyll";

    private static final Set<String> NEVER_CONTENT =
            Set.of("_site", "_layouts", "_includes", "_data", "_sass", "_plugins", "vendor");
    private static final Set<String> ALMOST_MARKDOWN =
            Set.of("", "txt", "text", "mdx", "mdown", "mdwn", "mkdown~", "rmd", "rst", "adoc");

    private final JekyllConfig config;
    private final PostNames posts;

    private JekyllGenerator(JekyllConfig config, PostNames posts) {
        this.config = config;
        this.posts = posts;
    }

    /**
     * Reads a site.
     *
     * @param file that was found; empty means that there is none, and what Jekyll does by itself holds
     * @param paths every path of the site
     */
    public static JekyllGenerator of(Optional<String> file, YamlMap config, Supplier<Stream<String>> paths) {
        return new JekyllGenerator(JekyllConfigReader.read(file.orElse(null), config), PostNames.of(paths.get()));
    }

    /** The folder, with a closing slash, in which a site's configuration says that its documents lie; usually empty. */
    public static String source(YamlMap config) {
        return FolderNames.normal(config.text("source").orElse(""));
    }

    /** Whether a path is one that only Jekyll has: it lies in a folder such as {@code _posts}. */
    public static boolean suggestedBy(String path) {
        return FolderNames.in(path, FolderNames.POSTS)
                || (path.startsWith("_")
                        && path.indexOf('/') > 1
                        && FileName.of(path).markdown());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> configuration() {
        return Optional.ofNullable(config.file());
    }

    @Override
    public Map<String, String> siteFacts() {
        return JekyllSiteFacts.of(config.variables());
    }

    @Override
    public YamlMap variables() {
        return config.variables();
    }

    @Override
    public FrontMatterForms frontMatter() {
        return FrontMatterForms.YAML_AT_START;
    }

    @Override
    public Templating templating() {
        return Templating.LIQUID;
    }

    @Override
    public boolean leavesOut(String path) {
        return Arrays.stream(path.split("/", -1)).anyMatch(NEVER_CONTENT::contains) || config.excludes(path);
    }

    @Override
    public InputKind classify(String path) {
        var file = FileName.of(path);
        var inPosts = FolderNames.in(path, FolderNames.POSTS);
        var inCollection = config.collectionOf(path).isPresent();
        if (file.markdown() || (file.html() && inCollection)) {
            return inPosts && file.date().isEmpty() ? InputKind.MISNAMED : InputKind.DOCUMENT;
        }
        if (unfinished(path)) {
            return InputKind.IGNORED;
        }
        var almost = ALMOST_MARKDOWN.contains(file.extension()) || file.date().isPresent();
        return inCollection && almost ? InputKind.MISNAMED : InputKind.IGNORED;
    }

    /** Jekyll leaves out the folder of all collections when it names what is in them, and authors that of a post. */
    @Override
    public String located(String file) {
        return posts.meant(config.located(file));
    }

    @Override
    public Place place(String path) {
        var collection = collectionOf(path);
        var label = collection.label();
        if (label.equals("posts")) {
            return new Place(label, Posts.ALL, true);
        }
        var configured = config.collections().containsKey(label);
        return new Place(label, configured && collection.output() ? Posts.DATED : Posts.NONE, configured);
    }

    /** The collection that the site says, else the one that the folder's name suggests; its label may be empty. */
    private JekyllCollection collectionOf(String path) {
        return config.collectionOf(path).orElseGet(() -> suggested(path));
    }

    private static JekyllCollection suggested(String path) {
        var slash = path.indexOf('/');
        var label = path.startsWith("_") && slash > 1 ? path.substring(1, slash) : "";
        return new JekyllCollection(label, true, null);
    }

    @Override
    public YamlMap values(String path, YamlMap frontMatter) {
        return frontMatter.over(config.defaults()
                .of(config.inCollections(path), collectionOf(path).label()));
    }

    /** Jekyll itself leaves drafts to its plugins; the one that makes feeds leaves them out. */
    @Override
    public boolean published(String path, YamlMap values) {
        return !unfinished(path) && maybePublished(path, values);
    }

    private boolean maybePublished(String path, YamlMap values) {
        return config.unpublished()
                || (isPublished(path, values) && !values.truth("draft").orElse(false));
    }

    /** Drafts are known before they are posts, so that one that becomes a post is the same document. */
    @Override
    public boolean unfinished(String path) {
        return FolderNames.in(path, FolderNames.DRAFTS);
    }

    /** As Ruby has it: a quoted "false" is a text and so no refusal, and nothing at all keeps back posts only. */
    private boolean isPublished(String path, YamlMap values) {
        var said = values.get("published");
        if (said.isEmpty()) {
            return true;
        }
        var value = said.get().toJson();
        return value == null ? !collectionOf(path).label().equals("posts") : !value.equals(false);
    }

    /** Posts wait for their date; a collection's documents are published whatever their date. */
    @Override
    public DateRules dates(String path) {
        var waits = collectionOf(path).label().equals("posts") && !config.future();
        return new DateRules(List.of("date", DateRules.FILE_NAME), List.of(), List.of(), true, waits);
    }

    @Override
    public Page page(PageSource source) {
        var collection = collectionOf(source.path());
        var usual = collection.label().isEmpty() ? "/:path:output_ext" : config.permalinkOf(collection);
        var below = collection.label().isEmpty() ? source.path() : config.inCollections(source.path());
        return new JekyllPage(
                new PageSource(below, source.values(), source.title(), source.date(), source.zone()),
                collection,
                usual);
    }

    @Override
    public String excerpt(String body, YamlMap values) {
        return Excerpt.of(body, values.text("excerpt_separator").orElse(config.excerptSeparator()));
    }
}
