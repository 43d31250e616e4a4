package org.commitcast.contentreading.zola;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.commitcast.contentreading.path.Glob;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlScalar;

/** Zola, by its configuration and its content folder. */
public final class ZolaGenerator implements Generator {

    public static final String NAME = "zola";

    private static final DateRules DATES = new DateRules(
            List.of("date", DateRules.FILE_NAME, DateRules.PATH, "updated"), List.of(), List.of(), false, false);

    private final ZolaConfig config;
    private final boolean configured;

    private ZolaGenerator(ZolaConfig config, boolean configured) {
        this.config = config;
        this.configured = configured;
    }

    /**
     * Reads a site.
     *
     * @param file that was found; empty means that there is none
     */
    public static ZolaGenerator of(Optional<String> file, YamlMap config) {
        return new ZolaGenerator(ZolaConfig.read(file.orElse(""), config), file.isPresent());
    }

    /** Whether a configuration is one of Zola's; Hugo's files may have the same name. */
    public static boolean suggestedBy(YamlMap config) {
        return config.get("base_url").isPresent()
                && config.inLowerCase().get("baseurl").isEmpty();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> configuration() {
        return configured ? Optional.of(config.file()) : Optional.empty();
    }

    @Override
    public Map<String, String> siteFacts() {
        return configured ? config.siteFacts() : Map.of();
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
        return Templating.ZOLA_SHORTCODES;
    }

    @Override
    public boolean leavesOut(String path) {
        return config.ignored().stream()
                .anyMatch(glob ->
                        Glob.matches(glob, path) || Glob.matches(glob, path.substring(path.lastIndexOf('/') + 1)));
    }

    @Override
    public InputKind classify(String path) {
        var page = path.startsWith(ZolaFile.CONTENT)
                && path.endsWith(".md")
                && !ZolaFile.of(path, config).section();
        return page ? InputKind.DOCUMENT : InputKind.IGNORED;
    }

    @Override
    public Place place(String path) {
        var folder = ZolaFile.of(path, config).folder();
        var slash = folder.indexOf('/');
        return new Place(slash < 0 ? "" : folder.substring(0, slash), Posts.DATED, true);
    }

    /** Taxonomies are looked up as any other value; so is what Zola itself does not know, below {@code extra}. */
    @Override
    public YamlMap values(String path, YamlMap frontMatter) {
        var values = frontMatter.over(frontMatter.map("taxonomies")).over(frontMatter.map("extra"));
        var file = ZolaFile.of(path, config);
        return file.language() == null ? values : values.over(inLanguage(file.language()));
    }

    private static YamlMap inLanguage(String code) {
        var scalar = new YamlScalar(code, false, Position.START);
        return new YamlMap(Map.of("lang", scalar), Map.of(), Position.START);
    }

    @Override
    public boolean published(String path, YamlMap values) {
        return !values.truth("draft").orElse(false) && values.truth("render").orElse(true);
    }

    @Override
    public Optional<String> dateInName(String path) {
        return Optional.ofNullable(ZolaFile.of(path, config).dateText());
    }

    /** Zola publishes documents whatever their date. */
    @Override
    public DateRules dates(String path) {
        return DATES;
    }

    @Override
    public Page page(PageSource source) {
        return new ZolaPage(source, ZolaFile.of(source.path(), config), config);
    }

    @Override
    public String excerpt(String body, YamlMap values) {
        return Summary.of(body, 0);
    }
}
