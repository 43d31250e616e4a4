package org.commitcast.contentreading.plain;

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
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.yaml.YamlMap;

/** Markdown that no known tool makes a site of. What is dated is a post, by its front matter or by its name. */
public final class PlainMarkdown implements Generator {

    public static final String NAME = "markdown";

    private static final DateRules DATES =
            new DateRules(List.of("date", DateRules.FILE_NAME), List.of(), List.of(), false, true);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> configuration() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> siteFacts() {
        return Map.of();
    }

    @Override
    public YamlMap variables() {
        return YamlMap.empty(Position.START);
    }

    @Override
    public FrontMatterForms frontMatter() {
        return FrontMatterForms.OPTIONAL;
    }

    @Override
    public Templating templating() {
        return Templating.NONE;
    }

    @Override
    public boolean leavesOut(String path) {
        return FileName.hidden(path);
    }

    @Override
    public InputKind classify(String path) {
        return FileName.of(path).markdown() ? InputKind.DOCUMENT : InputKind.IGNORED;
    }

    @Override
    public Place place(String path) {
        var slash = path.indexOf('/');
        return new Place(slash < 0 ? "" : path.substring(0, slash), Posts.DATED, slash > 0);
    }

    @Override
    public YamlMap values(String path, YamlMap frontMatter) {
        return frontMatter;
    }

    @Override
    public boolean published(String path, YamlMap values) {
        return values.truth("published").orElse(true) && !values.truth("draft").orElse(false);
    }

    @Override
    public DateRules dates(String path) {
        return DATES;
    }

    @Override
    public Page page(PageSource source) {
        return new PlainPage(source);
    }

    @Override
    public Optional<String> titleIn(String body) {
        return FirstHeading.of(body).map(FirstHeading::text);
    }

    @Override
    public String excerpt(String body, YamlMap values) {
        return Summary.of(FirstHeading.of(body).map(FirstHeading::rest).orElse(body), 0);
    }
}
