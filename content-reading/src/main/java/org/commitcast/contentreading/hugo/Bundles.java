package org.commitcast.contentreading.hugo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders that are more than folders: with an {@code index.md} all of it is one page, with an {@code _index.md} it is a
 * section.
 *
 * @param leaves folders with a closing slash
 * @param sections likewise
 */
record Bundles(Set<String> leaves, Set<String> sections) {

    private static final Pattern INDEX =
            Pattern.compile("(_?)index(?:\\.[\\w-]+)?\\.(?:md|markdown|mdown|html?|org|adoc|rst)");

    Bundles {
        leaves = Set.copyOf(leaves);
        sections = Set.copyOf(sections);
    }

    static Bundles of(Stream<String> paths) {
        var leaves = new HashSet<String>();
        var sections = new HashSet<String>();
        paths.forEach(path -> {
            var name = path.lastIndexOf('/') + 1;
            // Most names are neither, and there may be many.
            if (path.startsWith("index", name) || path.startsWith("_index", name)) {
                var index = INDEX.matcher(path.substring(name));
                if (index.matches()) {
                    (index.group(1).isEmpty() ? leaves : sections).add(path.substring(0, name));
                }
            }
        });
        return new Bundles(leaves, sections);
    }

    /** Whether a file makes its folder one of them. */
    static boolean isMadeBy(String path) {
        return INDEX.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }

    /** Whether a file belongs to the page of a folder above it, other than as that page itself. */
    boolean isPartOfPage(String path, String contentFolder, boolean index) {
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        if (index) {
            folder = above(folder);
        }
        while (folder.length() > contentFolder.length()) {
            if (leaves.contains(folder)) {
                return true;
            }
            folder = above(folder);
        }
        return false;
    }

    /** The names of the sections that a folder lies in; the first one below the content folder always is one. */
    List<String> sectionsOf(String folder, String contentFolder) {
        if (folder.length() <= contentFolder.length()) {
            return List.of();
        }
        var at = folder;
        while (at.length() > contentFolder.length() && !sections.contains(at)) {
            at = above(at);
        }
        var named = at.length() > contentFolder.length() ? at : first(folder, contentFolder);
        return List.of(
                named.substring(contentFolder.length(), named.length() - 1).split("/", -1));
    }

    private static String first(String folder, String contentFolder) {
        return folder.substring(0, folder.indexOf('/', contentFolder.length()) + 1);
    }

    private static String above(String folder) {
        return folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
    }
}
