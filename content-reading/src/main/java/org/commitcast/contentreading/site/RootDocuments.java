package org.commitcast.contentreading.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.yaml.YamlMap;

/**
 * The documents of a repository that lie in none of its folders that are sites. Where there is one, the repository itself
 * is what is read: a site that was read so far must not vanish because a folder of it becomes one too.
 *
 * @param folders that are sites, with a closing slash
 * @param keys by which documents are dated
 */
record RootDocuments(List<String> folders, FieldKeys keys) {

    static final RootDocuments NONE = new RootDocuments(List.of(), FieldKeys.USUAL);

    /** More are not opened: what is meant to be read lies near the root. */
    private static final int OPENED = 1000;

    RootDocuments {
        folders = List.copyOf(folders);
    }

    /** Whether a file may be one by its path. */
    boolean mayHold(String path) {
        return !folders.isEmpty()
                && FileName.of(path).markdown()
                && folders.stream().noneMatch(path::startsWith)
                && Arrays.stream(path.split("/", -1)).noneMatch(SiteFolders::isSomebodyElses);
    }

    /** Whether there is one. */
    boolean areIn(SharedFiles files) {
        return files.below("")
                .filter(this::mayHold)
                .sorted(Comparator.comparingLong(SiteFolders::depth).thenComparing(Comparator.naturalOrder()))
                .limit(OPENED)
                .anyMatch(path -> isDated(path, files.frontMatter(path, new ArrayList<>())));
    }

    /** Whether such a file is one: with front matter, and dated there or by its name. Most of a program's texts are not. */
    boolean isDated(String path, YamlMap frontMatter) {
        return !frontMatter.entries().isEmpty()
                && (FileName.of(path).date().isPresent()
                        || new FieldValues(frontMatter, keys).find(Field.DATE).isPresent());
    }

    /** Whether a file is as much one after a change as before. */
    boolean stays(String path, Optional<YamlMap> before, Optional<YamlMap> after) {
        return before.filter(said -> isDated(path, said)).isPresent()
                == after.filter(said -> isDated(path, said)).isPresent();
    }
}
