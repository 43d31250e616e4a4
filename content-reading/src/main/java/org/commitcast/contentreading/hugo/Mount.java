package org.commitcast.contentreading.hugo;

import java.util.List;
import java.util.Optional;

/**
 * A folder or a file of the repository that stands in the tree of a language's pages.
 *
 * @param source in the repository: a folder with a closing slash, or a file
 * @param target where it stands below the content folder, likewise
 * @param include what of it is taken; empty means all
 * @param exclude what of it is left out
 * @see <a href="https://gohugo.io/configuration/module/#mounts">mounts</a>
 */
record Mount(String source, String target, Language language, List<PathGlob> include, List<PathGlob> exclude) {

    Mount {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** A whole folder, as languages have it without saying more. */
    static Mount of(String folder, Language language) {
        return new Mount(folder, "", language, List.of(), List.of());
    }

    /** Where a file of the repository stands among the pages; empty if it is none of this folder's. */
    Optional<String> place(String path) {
        if (!source.isEmpty() && !source.endsWith("/")) {
            return path.equals(source) ? Optional.of(target) : Optional.empty();
        }
        if (!path.startsWith(source)) {
            return Optional.empty();
        }
        var below = path.substring(source.length());
        var taken = include.isEmpty() || include.stream().anyMatch(glob -> glob.matches("/" + below));
        return taken && exclude.stream().noneMatch(glob -> glob.matches("/" + below))
                ? Optional.of(target + below)
                : Optional.empty();
    }
}
