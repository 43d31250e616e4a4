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
 * @param leaves folders in their trees, with a closing slash
 * @param sections likewise
 */
record Bundles(Set<String> leaves, Set<String> sections) {

    private static final Pattern INDEX =
            Pattern.compile("(_?)index(?:\\.[\\w-]+)?\\.(?:md|markdown|mdown|html?|org|adoc|rst)");

    Bundles {
        leaves = Set.copyOf(leaves);
        sections = Set.copyOf(sections);
    }

    /** @param paths of the repository */
    static Bundles of(Stream<String> paths, HugoConfig config) {
        var leaves = new HashSet<String>();
        var sections = new HashSet<String>();
        paths.forEach(path -> {
            var name = path.lastIndexOf('/') + 1;
            // Most names are neither, and there may be many.
            if (path.startsWith("index", name) || path.startsWith("_index", name)) {
                var index = INDEX.matcher(path.substring(name));
                if (index.matches()) {
                    ContentFile.of(path, config)
                            .ifPresent(file -> (index.group(1).isEmpty() ? leaves : sections).add(file.folderInTree()));
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
    boolean isPartOfPage(ContentFile file) {
        var folder = file.index() ? above(file.folderInTree()) : file.folderInTree();
        while (folder.length() > file.tree().length()) {
            if (leaves.contains(folder)) {
                return true;
            }
            folder = above(folder);
        }
        return false;
    }

    /** The names of the sections that a page lies in; the first one below the content folder always is one. */
    List<String> sectionsOf(ContentFile file) {
        var tree = file.tree();
        var folder = tree + file.folder();
        if (folder.length() <= tree.length()) {
            return List.of();
        }
        var at = folder;
        while (at.length() > tree.length() && !sections.contains(at)) {
            at = above(at);
        }
        var named = at.length() > tree.length() ? at : first(folder, tree);
        return List.of(named.substring(tree.length(), named.length() - 1).split("/", -1));
    }

    private static String first(String folder, String tree) {
        return folder.substring(0, folder.indexOf('/', tree.length()) + 1);
    }

    private static String above(String folder) {
        return folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
    }
}
