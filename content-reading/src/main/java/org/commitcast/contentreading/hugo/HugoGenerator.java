package org.commitcast.contentreading.hugo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.generator.DateRules;
import org.commitcast.contentreading.generator.FrontMatterForms;
import org.commitcast.contentreading.generator.Generator;
import org.commitcast.contentreading.generator.Page;
import org.commitcast.contentreading.generator.PageSource;
import org.commitcast.contentreading.generator.Place;
import org.commitcast.contentreading.generator.Place.Posts;
import org.commitcast.contentreading.generator.Summary;
import org.commitcast.contentreading.generator.Templating;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlScalar;

/** Hugo, by its configuration and its content folders. */
public final class HugoGenerator implements Generator {

    public static final String NAME = "hugo";

    private static final Set<String> ALMOST_MARKDOWN =
            Set.of("mdx", "rmd", "mkd", "mkdn", "mkdown", "adoc", "asciidoc", "rst", "org", "pandoc", "pdc");
    private static final Set<String> POST_SECTIONS =
            Set.of("posts", "post", "blog", "news", "articles", "article", "writing");
    private static final Pattern IGNORED = Pattern.compile("(?:.*/)?(?:[.#][^/]*|[^/]*~)");

    private final HugoConfig config;
    private final Bundles bundles;
    private final Sections sections;
    private final References references;

    private HugoGenerator(HugoConfig config, Bundles bundles, Sections sections, References references) {
        this.config = config;
        this.bundles = bundles;
        this.sections = sections;
        this.references = references;
    }

    /**
     * Reads a site.
     *
     * @param files its configuration files that could be read
     * @param paths every path of the repository
     * @param frontMatter of a section's page
     */
    public static HugoGenerator of(
            Map<String, YamlMap> files, Supplier<Stream<String>> paths, Function<String, YamlMap> frontMatter) {
        var main = files.keySet().stream()
                .filter(path -> path.matches("(?:config/_default/)?(?:hugo|config)\\.\\w+"))
                .sorted()
                .findFirst()
                .or(() -> files.keySet().stream().sorted().findFirst());
        var config = HugoConfigReader.read(main.orElse(null), HugoConfigFiles.merged(files));
        var bundles = Bundles.of(paths.get(), config);
        return new HugoGenerator(
                config,
                bundles,
                Sections.of(paths.get(), config, frontMatter),
                References.of(paths.get(), config, bundles));
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
        return HugoSiteFacts.of(config);
    }

    @Override
    public YamlMap variables() {
        return config.variables();
    }

    @Override
    public FrontMatterForms frontMatter() {
        return FrontMatterForms.ANY;
    }

    @Override
    public Templating templating() {
        return Templating.HUGO_SHORTCODES;
    }

    @Override
    public boolean leavesOut(String path) {
        return IGNORED.matcher(path).matches();
    }

    @Override
    public InputKind classify(String path) {
        var found = ContentFile.of(path, config);
        if (found.isEmpty()) {
            return InputKind.IGNORED;
        }
        var file = found.get();
        var known = file.readable() || ALMOST_MARKDOWN.contains(file.extension());
        var homePage = file.index() && file.folder().isEmpty() && file.name().equals("index");
        if (!known || file.section() || homePage || file.language().disabled() || bundles.isPartOfPage(file)) {
            return InputKind.IGNORED;
        }
        return file.readable() ? InputKind.DOCUMENT : InputKind.MISNAMED;
    }

    @Override
    public boolean shares(String path) {
        return !leavesOut(path)
                && ContentFile.of(path, config)
                        .filter(ContentFile::saysOfOthers)
                        .isPresent();
    }

    @Override
    public Object shared(YamlMap frontMatter) {
        return Section.of(frontMatter, config.dates()).toJson();
    }

    @Override
    public boolean groups(String path) {
        return Bundles.isMadeBy(path);
    }

    @Override
    public Place place(String path) {
        var section = ContentFile.of(path, config).map(ContentFile::sectionName).orElse("");
        var posts = config.mainSections().contains(section) || POST_SECTIONS.contains(section);
        return new Place(section, posts ? Posts.ALL : Posts.DATED, true);
    }

    @Override
    public YamlMap values(String path, YamlMap frontMatter) {
        var values = frontMatter.inLowerCase();
        var found = ContentFile.of(path, config);
        if (found.isPresent()) {
            values = sections.under(values, found.get());
            for (var cascade : config.cascade()) {
                values = cascade.concerns(found.get()) ? cascade.under(values) : values;
            }
        }
        values = values.over(values.map("params"));
        var language = found.map(ContentFile::language);
        return language.isPresent() && !language.get().code().equals(config.defaultLanguage())
                ? values.over(inLanguage(language.get().code()))
                : values;
    }

    private static YamlMap inLanguage(String code) {
        var scalar = new YamlScalar(code, false, Position.START);
        return new YamlMap(Map.of("lang", scalar), Map.of(), Position.START);
    }

    @Override
    public boolean published(String path, YamlMap values) {
        var build = values.map("build").over(values.map("_build"));
        var rendered =
                build.text("render").filter(text -> text.matches("never|false")).isEmpty()
                        && build.text("list")
                                .filter(text -> text.matches("never|false"))
                                .isEmpty();
        // Where only the opposite is said, that counts.
        var draft = values.truth("draft").orElse(!values.truth("published").orElse(true));
        var inDraft =
                ContentFile.of(path, config).filter(sections::haveDraftAbove).isPresent();
        return (config.drafts() || (!draft && !inDraft))
                && rendered
                && !values.truth("headless").orElse(false);
    }

    @Override
    public List<YamlMap> around(String path) {
        return ContentFile.of(path, config).map(sections::datedAbove).orElse(List.of());
    }

    @Override
    public Optional<String> referred(String path, String reference) {
        return ContentFile.of(path, config).flatMap(file -> references.find(file, bundles.sectionsOf(file), reference));
    }

    /** That of a bundle is its folder's. */
    @Override
    public Optional<String> dateInName(String path) {
        return ContentFile.of(path, config)
                .flatMap(file -> FileName.of(file.name() + ".md").date());
    }

    @Override
    public DateRules dates(String path) {
        return config.dates();
    }

    @Override
    public Page page(PageSource source) {
        var file = ContentFile.of(source.path(), config).orElseGet(() -> outside(source.path()));
        return new HugoPage(source, file, bundles.sectionsOf(file), config, datedSlug(file));
    }

    /** A site's path patterns may name what Hugo itself would not read. */
    private ContentFile outside(String path) {
        var file = FileName.of(path);
        var language = new Language(config.defaultLanguage(), "", false);
        return new ContentFile(path, language, "", path, file.folder(), file.base(), false, false, file.extension());
    }

    private String datedSlug(ContentFile file) {
        var dates = config.dates().date();
        var first = !dates.isEmpty() && dates.indexOf(DateRules.FILE_NAME) < dates.size() - 1;
        var name = FileName.of(file.name() + ".md");
        return first && name.date().isPresent() ? name.slug() : "";
    }

    @Override
    public String excerpt(String body, YamlMap values) {
        return Summary.of(body, config.summaryLength());
    }
}
