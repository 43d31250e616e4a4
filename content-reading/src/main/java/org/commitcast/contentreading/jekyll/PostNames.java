package org.commitcast.contentreading.jekyll;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commitcast.contentreading.path.FileName;

/**
 * The paths of a site's posts by their names: a text may name one without the folder that it lies in.
 *
 * @see <a href="https://jekyllrb.com/docs/liquid/tags/#linking-to-posts">post_url</a>
 */
record PostNames(Map<String, List<String>> paths) {

    PostNames {
        paths = Map.copyOf(paths);
    }

    static PostNames of(Stream<String> all) {
        return new PostNames(all.filter(path -> FolderNames.in(path, FolderNames.POSTS))
                .sorted()
                .collect(Collectors.groupingBy(PostNames::name)));
    }

    private static String name(String path) {
        return FileName.of(path).base();
    }

    /** The post at a path, else the only one of its name; a path that is not known stays what it is. */
    String meant(String path) {
        var posts = paths.getOrDefault(name(path), List.of());
        return posts.size() == 1 && FolderNames.in(path, FolderNames.POSTS) ? posts.get(0) : path;
    }
}
