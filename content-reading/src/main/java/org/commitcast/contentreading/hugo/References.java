package org.commitcast.contentreading.hugo;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pages that texts name in {@code ref} and {@code relref}.
 *
 * @param pages by language and place, without ending
 * @param names likewise by their last part alone; empty where several pages have it
 * @see <a href="https://gohugo.io/content-management/cross-references/">cross references</a>
 */
record References(Map<String, String> pages, Map<String, String> names) {

    private static final String SEVERAL = "";

    References {
        pages = Map.copyOf(pages);
        names = Map.copyOf(names);
    }

    /** @param paths of the repository */
    static References of(Stream<String> paths, HugoConfig config, Bundles bundles) {
        var pages = new HashMap<String, String>();
        var names = new HashMap<String, String>();
        paths.sorted().forEach(path -> ContentFile.of(path, config)
                .filter(file -> file.readable() && !bundles.isPartOfPage(file))
                .ifPresent(file -> {
                    var place = place(file);
                    pages.putIfAbsent(key(file, place), path);
                    names.merge(key(file, last(place)), path, (one, other) -> SEVERAL);
                }));
        return new References(pages, names);
    }

    private static String place(ContentFile file) {
        var place = file.section() ? file.folder() : file.folder() + file.name();
        return place.toLowerCase(Locale.ROOT).replaceFirst("/$", "");
    }

    private static String last(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    private static String key(ContentFile from, String place) {
        return from.language().code() + "/" + place;
    }

    /**
     * The page that a text means: seen from its section, else from the content folder, else the only one of that name. A
     * page that is not known may have come just now; it is taken for what it would be then.
     *
     * @param from the document that names it
     * @param sections that the document lies in
     * @param reference without its fragment
     */
    Optional<String> find(ContentFile from, List<String> sections, String reference) {
        var asked = reference.strip().toLowerCase(Locale.ROOT).replaceFirst("\\?.*$", "");
        var plain = asked.replaceFirst("\\.(?:md|markdown|mdown|html?)$", "").replaceFirst("(?<=/)_?index$", "");
        if (plain.startsWith("..")) {
            return page(from, from.folderInTree().substring(from.tree().length()) + "/" + plain);
        }
        var near =
                plain.startsWith("/") ? Optional.<String>empty() : page(from, String.join("/", sections) + "/" + plain);
        var name = plain.replaceFirst("^/", "");
        return near.or(() -> page(from, plain))
                .or(() -> name.indexOf('/') < 0 && names.containsKey(key(from, name))
                        ? Optional.ofNullable(names.get(key(from, name))).filter(path -> !path.equals(SEVERAL))
                        : unknown(from, reference));
    }

    private Optional<String> page(ContentFile from, String place) {
        return Optional.ofNullable(pages.get(key(from, normal(place))));
    }

    /** Without empty parts and those that lead upwards. */
    private static String normal(String place) {
        var parts = new ArrayDeque<String>();
        for (var part : place.split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private static Optional<String> unknown(ContentFile from, String reference) {
        var root = root(from);
        var clean = reference.strip().replaceFirst("\\?.*$", "").replaceFirst("^(?:\\./)+", "");
        if (root == null || clean.contains("..") || clean.contains(":") || clean.isEmpty()) {
            return Optional.empty();
        }
        var place = clean.indexOf('/') < 0 ? from.folder() + clean : clean.replaceFirst("^/+", "");
        var ending = place.endsWith("/") || place.isEmpty() ? "_index.md" : place.endsWith(".md") ? "" : ".md";
        return Optional.of(root + place + ending);
    }

    /** The content folder; null where the document is mounted from elsewhere. */
    private static @Nullable String root(ContentFile file) {
        return file.path().endsWith(file.place())
                ? file.path().substring(0, file.path().length() - file.place().length())
                : null;
    }
}
