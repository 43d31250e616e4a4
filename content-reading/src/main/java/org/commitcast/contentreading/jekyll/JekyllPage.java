package org.commitcast.contentreading.jekyll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commitcast.contentreading.generator.Page;
import org.commitcast.contentreading.generator.PageSource;
import org.commitcast.contentreading.generator.Words;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.path.UrlPath;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlNode;

/** Where Jekyll puts a document. */
final class JekyllPage implements Page {

    private final PageSource source;
    private final String slug;
    private final String usualPattern;
    private final Placeholders placeholders;

    JekyllPage(PageSource source, JekyllCollection collection, String usualPattern) {
        var file = FileName.of(source.path());
        this.source = source;
        this.slug = source.values()
                .text("slug")
                .map(String::strip)
                .filter(own -> !own.isEmpty())
                .orElse(file.slug());
        this.usualPattern = usualPattern;
        this.placeholders = new Placeholders(
                collection.label(),
                below(source.path(), collection),
                file,
                slug,
                categories(source.path(), source.values()),
                source.values(),
                source.date().withZoneSameInstant(source.zone()));
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String path() {
        return path(source.values().text("permalink").orElse(usualPattern));
    }

    /** The folder of the page's address, and the short name: {@code /window.html} of {@code _posts/…-pane.md} is {@code /pane}. */
    @Override
    public String id() {
        var path = path();
        var page = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return UrlPath.encoded(UrlPath.joined(page.substring(0, page.lastIndexOf('/') + 1), slug));
    }

    @Override
    public String path(String pattern) {
        return Permalinks.path(pattern, placeholders);
    }

    @Override
    public String fill(String pattern, Map<String, String> more) {
        return placeholders.fill(pattern, more);
    }

    /** What the plugin jekyll-redirect-from reads. */
    @Override
    public List<String> aliases() {
        return source.values().get("redirect_from").map(YamlNode::texts).orElse(List.of());
    }

    /** As Jekyll's {@code :path}: from the collection's folder on, without ending. */
    private static String below(String path, JekyllCollection collection) {
        var dot = path.lastIndexOf('.');
        var plain = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
        var folder = "_" + collection.label() + "/";
        var at = collection.label().isEmpty() ? -1 : plain.indexOf(folder);
        return at < 0 ? plain : plain.substring(at + folder.length());
    }

    private static List<String> categories(String path, YamlMap values) {
        var categories = new ArrayList<String>();
        var special = path.indexOf("_posts/");
        if (special > 0) {
            for (var folder : path.substring(0, special).split("/", -1)) {
                if (!folder.isEmpty()) {
                    categories.add(folder);
                }
            }
        }
        categories.addAll(Words.under(values, "category", "categories"));
        return categories.stream().distinct().toList();
    }
}
