package org.commitcast.contentreading.plain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.generator.DatePlaceholders;
import org.commitcast.contentreading.generator.Page;
import org.commitcast.contentreading.generator.PageSource;
import org.commitcast.contentreading.generator.PlaceholderPattern;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.path.UrlPath;
import org.commitcast.contentreading.yaml.YamlNode;

/**
 * Where a document's page is by the site's link pattern, which takes {@code :path} (without ending), {@code :section}
 * (the first folder), {@code :filename} (without ending), {@code :slug}, {@code :title}, the parts of the date, and the
 * document's own values by their keys.
 */
final class PlainPage implements Page {

    private static final String USUAL = "/:path.html";

    private final PageSource source;
    private final FileName file;

    PlainPage(PageSource source) {
        this.source = source;
        this.file = FileName.of(source.path());
    }

    @Override
    public String slug() {
        return source.values()
                .text("slug")
                .map(String::strip)
                .filter(slug -> !slug.isEmpty())
                .orElse(file.slug());
    }

    @Override
    public String path() {
        return path(source.values().text("permalink").orElse(USUAL));
    }

    @Override
    public String path(String pattern) {
        return UrlPath.encoded(UrlPath.joined("/", fill(pattern, Map.of())));
    }

    @Override
    public String fill(String pattern, Map<String, String> more) {
        return PlaceholderPattern.fill(
                pattern, name -> Optional.ofNullable(more.get(name)).or(() -> value(name)));
    }

    private Optional<String> value(String name) {
        return switch (name) {
            case "path" -> Optional.of(file.folder() + file.base());
            case "section" -> Optional.of(section());
            case "filename" -> Optional.of(file.base());
            case "slug" -> Optional.of(spelled(slug()));
            case "title" -> Optional.of(spelled(source.title()));
            default ->
                DatePlaceholders.of(name, source.date().withZoneSameInstant(source.zone()))
                        .or(() -> source.values().text(name));
        };
    }

    private String section() {
        var slash = file.folder().indexOf('/');
        return slash < 0 ? "" : file.folder().substring(0, slash);
    }

    /** Letters and digits with hyphens between, as most sites spell names in addresses. */
    private static String spelled(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", "-")
                .replaceAll("^-|-$", "");
    }

    @Override
    public List<String> aliases() {
        return source.values()
                .get("aliases")
                .or(() -> source.values().get("redirect_from"))
                .map(YamlNode::texts)
                .orElse(List.of());
    }
}
