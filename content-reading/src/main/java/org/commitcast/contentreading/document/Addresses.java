package org.commitcast.contentreading.document;

import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.generator.Page;
import org.commitcast.contentreading.path.UrlPath;
import org.commitcast.contentreading.site.Field;
import org.commitcast.contentreading.site.FieldValues;
import org.commitcast.contentreading.site.Setting;
import org.commitcast.contentreading.site.SiteRules;

/** Where documents' pages are, by the site's link pattern or by the generator's own rules. */
final class Addresses {

    private final SiteRules rules;

    Addresses(SiteRules rules) {
        this.rules = rules;
    }

    Address of(Page page, FieldValues values) {
        var url = rules.get(Setting.LINK_PATTERN)
                .map(pattern -> byPattern(pattern, page))
                .orElseGet(() -> absolute(page.path()));
        var permalink = url.replaceFirst("^https?://[^/]+", "");
        var explicit =
                values.find(Field.GUID).flatMap(found -> found.node().text()).filter(guid -> !guid.isBlank());
        var guidPattern = rules.get(Setting.GUID_PATTERN).orElse(":url");
        var said = Map.of("url", url, "permalink", permalink, "page_id", absolute(page.id()));
        var computed = page.fill(guidPattern, said);
        var aliases = page.aliases().stream().map(this::address).flatMap(Optional::stream);
        return new Address(
                url,
                explicit.orElse(null),
                computed,
                aliases.filter(alias -> !alias.equals(url)).distinct().toList());
    }

    private String byPattern(String pattern, Page page) {
        return pattern.startsWith("http")
                ? UrlPath.encoded(page.fill(pattern, Map.of()))
                : absolute(page.path(pattern));
    }

    private Optional<String> address(String alias) {
        var text = alias.strip();
        if (text.matches("https?://[^\\s/]+\\S*")) {
            return Optional.of(text);
        }
        var url = absolute(UrlPath.encoded(UrlPath.joined("/", text)));
        return Optional.of(url).filter(one -> one.startsWith("http"));
    }

    private String absolute(String path) {
        var site = rules.siteUrl();
        return site == null ? path : site + path;
    }
}
