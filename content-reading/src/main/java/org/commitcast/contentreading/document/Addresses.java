package org.commitcast.contentreading.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commitcast.contentreading.jekyll.JekyllCollection;
import org.commitcast.contentreading.jekyll.Permalinks;
import org.commitcast.contentreading.jekyll.Placeholders;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.site.Field;
import org.commitcast.contentreading.site.FieldValues;
import org.commitcast.contentreading.site.Setting;
import org.commitcast.contentreading.site.SiteRules;

/** Where documents' pages are, by the site's link pattern or the generator's permalinks. */
final class Addresses {

    private final SiteRules rules;

    Addresses(SiteRules rules) {
        this.rules = rules;
    }

    Address of(String path, JekyllCollection collection, String slug, FieldValues values, Instant date) {
        var placeholders = new Placeholders(
                collection.label(),
                below(path, collection),
                FileName.of(path),
                slug,
                categories(path, values),
                date.atZone(rules.zone()));
        var pattern = rules.get(Setting.LINK_PATTERN)
                .or(() -> values.map().text("permalink"))
                .orElseGet(() -> usualPattern(collection));
        var url = pattern.startsWith("http")
                ? placeholders.fill(pattern, Map.of())
                : absolute(Permalinks.path(pattern, placeholders));
        var permalink = url.replaceFirst("^https?://[^/]+", "");
        var explicit =
                values.find(Field.GUID).flatMap(found -> found.node().text()).filter(guid -> !guid.isBlank());
        var guidPattern = rules.get(Setting.GUID_PATTERN).orElse(":url");
        var computed = placeholders.fill(guidPattern, Map.of("url", url, "permalink", permalink));
        return new Address(url, explicit.orElse(null), computed);
    }

    private String usualPattern(JekyllCollection collection) {
        return collection.label().isEmpty()
                ? "/:path:output_ext"
                : rules.generator().permalinkOf(collection);
    }

    private String absolute(String path) {
        var site = rules.siteUrl();
        return site == null ? path : site + path;
    }

    /** As Jekyll's {@code :path}: from the collection's folder on, without ending. */
    private String below(String path, JekyllCollection collection) {
        var dot = path.lastIndexOf('.');
        var plain = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
        var folder = "_" + collection.label() + "/";
        var at = collection.label().isEmpty() ? -1 : plain.indexOf(folder);
        return at < 0 ? plain : plain.substring(at + folder.length());
    }

    private static List<String> categories(String path, FieldValues values) {
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
