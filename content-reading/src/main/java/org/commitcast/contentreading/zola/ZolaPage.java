package org.commitcast.contentreading.zola;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commitcast.contentreading.generator.DatePlaceholders;
import org.commitcast.contentreading.generator.Page;
import org.commitcast.contentreading.generator.PageSource;
import org.commitcast.contentreading.generator.PlaceholderPattern;
import org.commitcast.contentreading.path.UrlPath;
import org.commitcast.contentreading.yaml.YamlNode;

/**
 * Where Zola puts a document. Zola has no patterns of its own; those of a site's definition take the placeholders
 * {@code :path}, {@code :section}, {@code :slug}, {@code :title}, {@code :filename} and the parts of the date.
 */
final class ZolaPage implements Page {

    private final PageSource source;
    private final ZolaFile file;
    private final ZolaConfig config;
    private final String slug;

    ZolaPage(PageSource source, ZolaFile file, ZolaConfig config) {
        this.source = source;
        this.file = file;
        this.config = config;
        this.slug = config.slugs().of(own("slug").orElse(file.name()));
    }

    private Optional<String> own(String key) {
        return source.values().text(key).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String path() {
        return finished(own("path").orElseGet(this::usual));
    }

    private String usual() {
        var language = file.language() == null ? "" : file.language() + "/";
        return language + folder() + slug;
    }

    private String folder() {
        return file.folder().isEmpty()
                ? ""
                : Arrays.stream(file.folder().split("/"))
                        .map(config.slugs()::of)
                        .collect(Collectors.joining("/", "", "/"));
    }

    @Override
    public String path(String pattern) {
        return UrlPath.encoded(UrlPath.joined("/", fill(pattern, Map.of())));
    }

    private static String finished(String path) {
        return UrlPath.encoded(UrlPath.joined("/", path, "/"));
    }

    @Override
    public String fill(String pattern, Map<String, String> more) {
        return PlaceholderPattern.fill(
                pattern, name -> Optional.ofNullable(more.get(name)).or(() -> value(name)));
    }

    private Optional<String> value(String name) {
        return switch (name) {
            case "path" -> Optional.of(path().replaceAll("^/|/$", ""));
            case "section" -> Optional.of(folder().replaceFirst("/$", ""));
            case "slug" -> Optional.of(slug);
            case "title" -> Optional.of(config.slugs().of(source.title()));
            case "filename" -> Optional.of(file.name());
            default ->
                DatePlaceholders.of(name, source.date())
                        .or(() -> source.values().text(name));
        };
    }

    @Override
    public List<String> aliases() {
        return source.values().get("aliases").map(YamlNode::texts).orElse(List.of()).stream()
                .map(alias -> alias.endsWith(".html") ? UrlPath.encoded(UrlPath.joined("/", alias)) : finished(alias))
                .toList();
    }
}
