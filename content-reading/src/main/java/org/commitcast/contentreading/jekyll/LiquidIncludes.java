package org.commitcast.contentreading.jekyll;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.contentreading.embed.EmbeddedPage;
import org.commitcast.contentreading.embed.Figure;

/**
 * What includes and plugins' tags of common names stand for: a link to what is embedded, or a picture. What the file
 * that is included really holds is a program and is not run.
 */
final class LiquidIncludes {

    private static final Pattern FILE = Pattern.compile("^\\s*([\\w./-]+)");
    private static final Pattern PARAMETER = Pattern.compile("([\\w-]+)\\s*=\\s*(\"[^\"]*+\"|'[^']*+'|[^\\s\"']++)");
    private static final Pattern PICTURE =
            Pattern.compile("(?:.*[/_-])?(?:figure|image|img|picture|photo)(?:\\.\\w+)?");
    private static final List<String> IDS = List.of(
            "id",
            "video_id",
            "videoid",
            "video",
            "youtube_id",
            "youtubeid",
            "vimeo_id",
            "url",
            "src",
            "link",
            "code",
            "provider_id");
    private static final List<String> SOURCES = List.of("image_path", "src", "url", "file", "path", "image", "img");

    private final LiquidValues values;

    LiquidIncludes(LiquidValues values) {
        this.values = values;
    }

    /** @param words what follows the tag's name: a file and what it is given */
    Optional<String> include(String words) {
        var file = FILE.matcher(words);
        if (!file.find()) {
            return Optional.empty();
        }
        var name = file.group(1).toLowerCase(Locale.ROOT);
        var given = parameters(words.substring(file.end()));
        if (PICTURE.matcher(name).matches()) {
            return first(given, SOURCES).map(source -> picture(source, given));
        }
        var service = given.getOrDefault("provider", name);
        return first(given, IDS).flatMap(id -> EmbeddedPage.of(service, id)).map(EmbeddedPage::paragraph);
    }

    /** A tag such as {@code youtube} with an id. */
    Optional<String> tag(String name, String words) {
        var word = words.strip().split("\\s+", 2)[0];
        var id = values.single(word).orElse(word);
        return id.isEmpty() ? Optional.empty() : EmbeddedPage.of(name, id).map(EmbeddedPage::paragraph);
    }

    private Map<String, String> parameters(String words) {
        var given = new LinkedHashMap<String, String>();
        var each = PARAMETER.matcher(words);
        while (each.find()) {
            values.single(each.group(2))
                    .or(() -> Optional.of(each.group(2)).filter(word -> word.matches("\\d+")))
                    .ifPresent(value -> given.put(each.group(1).toLowerCase(Locale.ROOT), value));
        }
        return given;
    }

    private static Optional<String> first(Map<String, String> given, List<String> names) {
        return names.stream()
                .filter(given::containsKey)
                .map(name -> given.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static String picture(String source, Map<String, String> given) {
        return new Figure(
                        source,
                        given.getOrDefault("alt", ""),
                        given.getOrDefault("title", ""),
                        given.getOrDefault("caption", ""),
                        given.getOrDefault("link", ""))
                .html();
    }
}
