package org.commitcast.contentreading.jekyll;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.path.Glob;
import org.commitcast.contentreading.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code _config.yml} says of reading documents.
 *
 * @param file where it was found; null where there is none
 * @param collectionsDir the folder of all collections, with a closing slash, or empty
 * @param permalink a style's name or a pattern, for posts
 * @param future whether posts of the future are published
 * @param unpublished whether what says that it is not published is published
 * @param variables what documents may ask for as {@code site.name}
 * @see <a href="https://jekyllrb.com/docs/configuration/options/">the options</a>
 */
record JekyllConfig(
        @Nullable String file,
        Map<String, JekyllCollection> collections,
        String collectionsDir,
        String permalink,
        String excerptSeparator,
        boolean future,
        boolean unpublished,
        List<String> exclude,
        FrontMatterDefaults defaults,
        YamlMap variables) {

    JekyllConfig {
        collections = Map.copyOf(collections);
        exclude = List.copyOf(exclude);
    }

    /** The collection that a path lies in; {@code posts} for every {@code _posts} folder. */
    Optional<JekyllCollection> collectionOf(String path) {
        if (FolderNames.in(path, "_posts")) {
            return Optional.of(posts());
        }
        if (!path.startsWith(collectionsDir)) {
            return Optional.empty();
        }
        var below = path.substring(collectionsDir.length());
        var slash = below.indexOf('/');
        return below.startsWith("_") && slash > 1
                ? Optional.ofNullable(collections.get(below.substring(1, slash)))
                : Optional.empty();
    }

    private JekyllCollection posts() {
        var configured = collections.get("posts");
        var pattern = configured == null || configured.permalink() == null ? permalink : configured.permalink();
        return new JekyllCollection("posts", true, PermalinkStyle.pattern(pattern));
    }

    /** The pattern of a collection's addresses. */
    String permalinkOf(JekyllCollection collection) {
        return collection.permalink() != null
                ? collection.permalink()
                : "/:collection/:path" + PermalinkStyle.suffix(permalink);
    }

    /** Whether the site leaves a path out; names inside a collection are compared from the collection's folder on. */
    boolean excludes(String path) {
        return FileName.hidden(path) || exclude.stream().anyMatch(glob -> excludedBy(glob, path));
    }

    private boolean excludedBy(String glob, String path) {
        var below = path.startsWith("_") ? path.substring(path.indexOf('/') + 1) : path;
        var name = path.substring(path.lastIndexOf('/') + 1);
        return Glob.matches(glob, path) || Glob.matches(glob, below) || glob.equals(name);
    }
}
