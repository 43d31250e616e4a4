package org.commitcast.contentreading.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentreading.jekyll.JekyllGenerator;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.yaml.YamlMap;

/**
 * The folders of a repository that are sites, and what decides between them and the repository itself: a folder that
 * holds content, else dated documents outside of all of them, else the first folder. A site that is read must not vanish
 * because a folder beside it, or in it, is configured as well.
 *
 * @param folders with a closing slash
 * @param full those that hold content
 * @param keys by which documents are dated
 */
record Candidates(List<String> folders, List<String> full, FieldKeys keys) {

    static final Candidates NONE = new Candidates(List.of(), List.of(), FieldKeys.USUAL);

    /** More are not opened: what is meant to be read lies near the root. */
    private static final int OPENED = 1000;

    Candidates {
        folders = List.copyOf(folders);
        full = List.copyOf(full);
    }

    static Candidates of(List<String> folders, SharedFiles files, FieldKeys keys) {
        var full = folders.stream()
                .filter(folder -> files.below(folder).anyMatch(Candidates::isContent))
                .toList();
        return new Candidates(folders, full, keys);
    }

    /** The one that is read, unless the repository itself is: the least deep, then the first by name. */
    Optional<String> first() {
        var meant = full.isEmpty() ? folders : full;
        return meant.stream().min(Comparator.comparingLong(Candidates::depth).thenComparing(Comparator.naturalOrder()));
    }

    private static long depth(String path) {
        return path.chars().filter(sign -> sign == '/').count();
    }

    /** Whether the repository itself is read: nothing but its own documents is there to be read. */
    boolean yieldTo(SharedFiles files) {
        return folders.isEmpty()
                || (full.isEmpty()
                        && files.below("")
                                .filter(this::isOutside)
                                .sorted(Comparator.comparingLong(Candidates::depth)
                                        .thenComparing(Comparator.naturalOrder()))
                                .limit(OPENED)
                                .anyMatch(path -> isDated(path, files.frontMatter(path, new ArrayList<>()))));
    }

    /** Whether it may depend on a file which of them is read. */
    boolean dependOn(String path) {
        return (full.isEmpty() && isOutside(path))
                || folders.stream().anyMatch(folder -> !full.contains(folder) && isContentOf(folder, path));
    }

    /** Whether it is the same one after a change of such a file, as far as that depends on this one. */
    boolean stay(String path, Optional<YamlMap> before, Optional<YamlMap> after) {
        return isOutside(path)
                ? before.filter(said -> isDated(path, said)).isPresent()
                        == after.filter(said -> isDated(path, said)).isPresent()
                : before.isPresent() == after.isPresent();
    }

    private static boolean isContentOf(String folder, String path) {
        return path.startsWith(folder) && isContent(path.substring(folder.length()));
    }

    private static boolean isContent(String path) {
        return JekyllGenerator.suggestedBy(path)
                || (path.startsWith("content/") && FileName.of(path).markdown());
    }

    /** Whether a file may be one of the repository's own documents by its path. */
    private boolean isOutside(String path) {
        return !folders.isEmpty()
                && FileName.of(path).markdown()
                && folders.stream().noneMatch(path::startsWith)
                && Arrays.stream(path.split("/", -1)).noneMatch(SiteFolders::isSomebodyElses);
    }

    /** Whether such a file is one: with front matter, and dated there or by its name. Most of a program's texts are not. */
    private boolean isDated(String path, YamlMap frontMatter) {
        return !frontMatter.entries().isEmpty()
                && (FileName.of(path).date().isPresent()
                        || new FieldValues(frontMatter, keys).find(Field.DATE).isPresent());
    }
}
