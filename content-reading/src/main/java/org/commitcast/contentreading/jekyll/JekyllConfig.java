package org.commitcast.contentreading.jekyll;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.path.FileName;
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
 * @param exclude what is left out
 * @param include what is not left out nevertheless
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
        List<String> include,
        FrontMatterDefaults defaults,
        YamlMap variables) {

    JekyllConfig {
        collections = Map.copyOf(collections);
        exclude = List.copyOf(exclude);
        include = List.copyOf(include);
    }

    /** The path from the folder of all collections on, where it lies in there. */
    String inCollections(String path) {
        return path.startsWith(collectionsDir) ? path.substring(collectionsDir.length()) : path;
    }

    /** Where what is called by a path lies. */
    String located(String file) {
        return file.startsWith("_") || FolderNames.in(file, FolderNames.POSTS)
                ? collectionsDir + inCollections(file)
                : file;
    }

    /** The collection that a path lies in; {@code posts} for every folder of posts or drafts. */
    Optional<JekyllCollection> collectionOf(String path) {
        if (FolderNames.in(path, FolderNames.POSTS) || FolderNames.in(path, FolderNames.DRAFTS)) {
            return Optional.of(posts());
        }
        if (!path.startsWith(collectionsDir)) {
            return Optional.empty();
        }
        var below = inCollections(path);
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

    /** Whether the site leaves a path out: what is excluded is named from the site's folder on, what is included is not. */
    boolean excludes(String path) {
        if (postsElsewhere(path)) {
            return true;
        }
        var entry = entry(path);
        var name = path.substring(path.lastIndexOf('/') + 1);
        var included = include.stream()
                .anyMatch(pattern -> FilePattern.isMeant(pattern, entry) || FilePattern.isMeant(pattern, name));
        // Jekyll itself would publish a template that lies in a collection though its name is excluded; nobody means
        // that.
        var named = exclude.contains(name) && !include.contains(name);
        return !included && (named || FileName.hidden(path) || FileName.hidden(first(entry)) || isExcluded(path));
    }

    /** Folders are left out with all that is in them. */
    private boolean isExcluded(String path) {
        for (var end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
            var part = end < 0 ? path : path.substring(0, end);
            if (exclude.stream()
                    .anyMatch(pattern -> !include.contains(pattern)
                            && (FilePattern.isMeant(pattern, part) || pattern.equals(part + "/")))) {
                return true;
            }
            if (end < 0) {
                return false;
            }
        }
    }

    /** The path from the folder of its collection on. */
    private static String entry(String path) {
        var special = path.startsWith("_")
                ? path.indexOf('/')
                : path.indexOf("/_") < 0 ? -1 : path.indexOf('/', path.indexOf("/_") + 1);
        return path.substring(special + 1);
    }

    private static String first(String entry) {
        var slash = entry.indexOf('/');
        return slash < 0 ? entry : entry.substring(0, slash);
    }

    /** A site with a folder for its collections has its posts only there. */
    private boolean postsElsewhere(String path) {
        return !path.startsWith(collectionsDir)
                && (FolderNames.in(path, FolderNames.POSTS) || FolderNames.in(path, FolderNames.DRAFTS));
    }
}
