package org.commitcast.contentreading.hugo;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.contentreading.generator.DatePlaceholders;
import org.commitcast.contentreading.generator.PageSource;
import org.commitcast.contentreading.generator.PlaceholderPattern;

/**
 * What the placeholders of address patterns stand for in one document.
 *
 * @param slug the document's own; empty text where it has none
 * @param sections the names of those that it lies in
 * @see <a href="https://gohugo.io/configuration/permalinks/#tokens">the placeholders</a>
 */
record HugoPlaceholders(
        PageSource source, ContentFile file, String slug, List<String> sections, PathSpelling spelling) {

    private static final Pattern SLICE = Pattern.compile("sections\\[(last|\\d*)(:?)(last|\\d*)\\]");
    private static final Map<String, String> GO_LAYOUTS = Map.of(
            "2006", "yyyy", "06", "yy", "01", "MM", "1", "M", "02", "dd", "2", "d", "Jan", "MMM", "January", "MMMM",
            "15", "HH");

    String fill(String pattern, Map<String, String> more) {
        return PlaceholderPattern.fill(
                pattern, name -> Optional.ofNullable(more.get(name)).or(() -> value(name)));
    }

    private Optional<String> value(String name) {
        return switch (name) {
            case "section" -> Optional.of(sections.isEmpty() ? "" : sections.get(0));
            case "sections" -> Optional.of(String.join("/", sections));
            case "title" -> Optional.of(spelled(source.title()));
            case "slug" -> Optional.of(spelled(slug.isEmpty() ? source.title() : slug));
            case "slugorfilename", "slugorcontentbasename" -> Optional.of(spelled(slug.isEmpty() ? file.name() : slug));
            case "filename", "contentbasename" -> Optional.of(spelled(file.name()));
            default ->
                slice(name)
                        .or(() -> DatePlaceholders.of(name, source.date()))
                        .or(() -> goLayout(name))
                        .or(() -> source.values().text(name.toLowerCase(Locale.ROOT)));
        };
    }

    /** To Hugo a closing number sign begins a fragment that is empty. */
    private String spelled(String name) {
        return spelling.of(name).replaceFirst("#+$", "");
    }

    private Optional<String> goLayout(String name) {
        return Optional.ofNullable(GO_LAYOUTS.get(name))
                .map(layout ->
                        DateTimeFormatter.ofPattern(layout, Locale.ENGLISH).format(source.date()));
    }

    private Optional<String> slice(String name) {
        var slice = SLICE.matcher(name);
        if (!slice.matches()) {
            return Optional.empty();
        }
        var from = index(slice.group(1), 0);
        var to = slice.group(2).isEmpty() ? from + 1 : index(slice.group(3), sections.size());
        var inside = from < sections.size() && from < to;
        return Optional.of(inside ? String.join("/", sections.subList(from, Math.min(to, sections.size()))) : "");
    }

    private int index(String text, int otherwise) {
        if (text.equals("last")) {
            return Math.max(0, sections.size() - 1);
        }
        return text.isEmpty() || text.length() > 4 ? otherwise : Integer.parseInt(text);
    }
}
