package org.commitcast.contentreading.path;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a path.
 *
 * @param folder with a closing slash, or empty
 * @param dateText the date that the name begins with, as Jekyll wants posts to be named
 * @param slug the name without date and ending
 * @param extension lower case, without dot; empty if there is none
 */
public record FileName(String folder, @Nullable String dateText, String slug, String extension) {

    private static final Pattern DATED = Pattern.compile("(\\d{2,4}-\\d{1,2}-\\d{1,2})-(.+)");
    private static final Set<String> MARKDOWN = Set.of("md", "markdown", "mkdown", "mkdn", "mkd");
    private static final Set<String> HTML = Set.of("html", "htm");

    public static FileName of(String path) {
        var slash = path.lastIndexOf('/') + 1;
        var name = path.substring(slash);
        var dot = name.lastIndexOf('.');
        var base = dot > 0 ? name.substring(0, dot) : name;
        var extension = dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
        var dated = DATED.matcher(base);
        return dated.matches()
                ? new FileName(path.substring(0, slash), dated.group(1), trimmed(dated.group(2)), extension)
                : new FileName(path.substring(0, slash), null, trimmed(base), extension);
    }

    private static String trimmed(String slug) {
        var end = slug.length();
        while (end > 0 && slug.charAt(end - 1) == '.') {
            end--;
        }
        return slug.substring(0, end);
    }

    public Optional<String> date() {
        return Optional.ofNullable(dateText);
    }

    /** The name without ending, the date included. */
    public String base() {
        return dateText == null ? slug : dateText + "-" + slug;
    }

    public boolean markdown() {
        return MARKDOWN.contains(extension);
    }

    public boolean html() {
        return HTML.contains(extension);
    }

    /** Whether a generator leaves such files alone: editors' and systems' own, by their first or last character. */
    public static boolean hidden(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() || "._#~".indexOf(name.charAt(0)) >= 0 || name.endsWith("~");
    }
}
