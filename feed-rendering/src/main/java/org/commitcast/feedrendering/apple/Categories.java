package org.commitcast.feedrendering.apple;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.feedrendering.xml.Namespace;
import org.commitcast.feedrendering.xml.XmlWriter;

/**
 * Writes a show's categories, one within another where the site says {@code Leisure > Hobbies}.
 *
 * @see <a href="https://podcasters.apple.com/support/1691-apple-podcasts-categories">Apple's categories</a>
 */
final class Categories {
    private Categories() {}

    static void write(XmlWriter xml, SiteDefinition site) {
        for (Map.Entry<String, List<String>> category : tree(named(site)).entrySet()) {
            xml.start(Namespace.ITUNES, "category");
            xml.attribute("text", category.getKey());
            if (!category.getValue().isEmpty()) {
                xml.newLine();
            }
            for (String inner : category.getValue()) {
                xml.reference(Namespace.ITUNES, "category", "text", inner);
            }
            xml.end();
        }
    }

    private static List<String> named(SiteDefinition site) {
        String only = site.category();
        return site.categories().isEmpty() && only != null ? List.of(only) : site.categories();
    }

    private static Map<String, List<String>> tree(List<String> categories) {
        Map<String, List<String>> tree = new LinkedHashMap<>();
        for (String category : categories) {
            String[] parts = category.split(">", 2);
            List<String> inner = tree.computeIfAbsent(parts[0].strip(), outer -> new ArrayList<>());
            if (parts.length == 2 && !inner.contains(parts[1].strip())) {
                inner.add(parts[1].strip());
            }
        }
        return tree;
    }
}
