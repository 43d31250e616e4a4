package org.commitcast.contentreading.hugo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.commitcast.contentreading.generator.Page;
import org.commitcast.contentreading.generator.PageSource;
import org.commitcast.contentreading.path.UrlPath;
import org.commitcast.contentreading.yaml.YamlNode;

/** Where Hugo puts a document. */
final class HugoPage implements Page {

    // As Go encodes paths.
    private static final String SIGNS = "-._~$&+,/:;=@%";

    private final PageSource source;
    private final ContentFile file;
    private final HugoConfig config;
    private final String ownSlug;
    private final HugoPlaceholders placeholders;

    /** @param dated the slug that the file's name has behind its date, where the site takes dates from there */
    HugoPage(PageSource source, ContentFile file, List<String> sections, HugoConfig config, String dated) {
        this.source = source;
        this.file = file;
        this.config = config;
        this.ownSlug = source.values()
                .text("slug")
                .map(slug -> slug.replaceAll("^-+|-+$", ""))
                .filter(slug -> !slug.isBlank())
                .orElse(dated);
        this.placeholders = new HugoPlaceholders(source, file, ownSlug, sections, config.spelling());
    }

    @Override
    public String slug() {
        return ownSlug.isEmpty() ? file.name() : ownSlug;
    }

    @Override
    public String path() {
        var url = source.values().text("url").filter(text -> !text.isBlank());
        if (url.isPresent()) {
            return stated(url.get());
        }
        if (file.section()) {
            return encoded(UrlPath.joined(prefix() + "/", config.spelling().of(file.folder())));
        }
        var pattern = config.permalinks().get(file.sectionName());
        return pattern != null ? path(pattern) : usual();
    }

    private String stated(String url) {
        var filled = placeholders.fill(url, Map.of());
        var path = filled.startsWith("/") ? filled : prefix() + "/" + filled;
        var name = path.substring(path.lastIndexOf('/') + 1);
        return encoded(UrlPath.joined(name.isEmpty() || name.contains(".") ? path : path + "/"));
    }

    private static String encoded(String path) {
        return UrlPath.encoded(path, SIGNS);
    }

    private String usual() {
        return finished(file.folder() + slug());
    }

    @Override
    public String path(String pattern) {
        return finished(decoded(placeholders.fill(pattern, Map.of())));
    }

    /** Hugo takes what it has filled in for encoded text, where a plus is a space. */
    private static String decoded(String filled) {
        try {
            return URLDecoder.decode(filled, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return filled;
        }
    }

    private String finished(String path) {
        var ending = config.uglyUrls().in(file.sectionName()) ? ".html" : "/";
        return encoded(UrlPath.joined(prefix() + "/", config.spelling().of(path.replaceAll("^/+|/+$", "") + ending)));
    }

    private String prefix() {
        return file.language().prefix();
    }

    @Override
    public String fill(String pattern, Map<String, String> more) {
        return placeholders.fill(pattern, more);
    }

    @Override
    public List<String> aliases() {
        var page = path().replaceFirst("/$", "");
        var folder = page.substring(0, page.lastIndexOf('/') + 1);
        return source.values().get("aliases").map(YamlNode::texts).orElse(List.of()).stream()
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .map(alias -> alias.matches("https?://.*") ? alias : alias(alias, folder))
                .toList();
    }

    private static String alias(String alias, String folder) {
        var path = alias.startsWith("/") ? alias : folder + alias;
        var name = path.substring(path.lastIndexOf('/') + 1);
        return encoded(UrlPath.joined(name.isEmpty() || name.contains(".") ? path : path + "/"));
    }
}
