package org.commitcast.contentreading.hugo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commitcast.contentreading.generator.DateRules;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlNode;

/**
 * Which keys date a document.
 *
 * @see <a href="https://gohugo.io/configuration/front-matter/">how a site changes them</a>
 */
final class HugoDates {

    private static final List<String> DATE =
            List.of("date", "publishdate", "pubdate", "published", "lastmod", "modified");
    private static final List<String> RELEASE = List.of("publishdate", "pubdate", "published");
    private static final List<String> EXPIRY = List.of("expirydate", "unpublishdate");

    private HugoDates() {}

    static DateRules of(YamlMap config) {
        var said = config.map("frontmatter");
        var date = keys(said, "date", DATE);
        if (!date.contains(DateRules.FILE_NAME)) {
            // Hugo would give such a document no date at all.
            date.add(DateRules.FILE_NAME);
        }
        var future = config.truth("buildfuture").orElse(false);
        var expired = config.truth("buildexpired").orElse(false);
        return new DateRules(
                date,
                future ? List.of() : keys(said, "publishdate", RELEASE),
                expired ? List.of() : keys(said, "expirydate", EXPIRY),
                false,
                !future);
    }

    private static List<String> keys(YamlMap said, String field, List<String> usual) {
        var keys = new ArrayList<String>();
        for (var key : said.get(field).map(YamlNode::texts).orElse(List.of(":default"))) {
            var name = key.toLowerCase(Locale.ROOT);
            if (name.equals(":default")) {
                keys.addAll(usual);
            } else if (name.equals(DateRules.FILE_NAME) || !name.startsWith(":")) {
                keys.add(name);
            }
        }
        return keys;
    }
}
