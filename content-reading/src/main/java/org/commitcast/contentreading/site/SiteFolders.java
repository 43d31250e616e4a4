package org.commitcast.contentreading.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.finding.Severity;
import org.commitcast.contentreading.jekyll.JekyllGenerator;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.plain.PlainMarkdown;

/**
 * Finds the folder that a site lies in where nobody names it: the root if that is a site or holds documents of its own,
 * else a folder that is a site, of several always the same.
 */
final class SiteFolders {

    private static final int MAX_DEPTH = 3;
    private static final int MAX_FOLDERS = 50;
    /** What lies there is somebody else's, or no site that anybody reads. */
    private static final Set<String> NO_SITES = Set.of(
            "node_modules",
            "vendor",
            "_vendor",
            "themes",
            "examplesite",
            "example",
            "examples",
            "test",
            "tests",
            "spec",
            "fixtures",
            "testdata",
            "public",
            "_site");

    private SiteFolders() {}

    /**
     * Looks for it.
     *
     * @param generator that is stated: folders of other ones do not count
     * @param keys by which documents are dated
     */
    static SiteFolder found(SharedFiles files, Optional<String> generator, FieldKeys keys, List<Finding> findings) {
        if (generators(files, "").isConfigured(generator)) {
            return SiteFolder.sure("");
        }
        if (generator.filter(PlainMarkdown.NAME::equals).isPresent()
                || files.below("").anyMatch(path -> path.startsWith("_") && JekyllGenerator.suggestedBy(path))) {
            return new SiteFolder("", false, RootDocuments.NONE);
        }
        var folders = folders(files, generator);
        var root = new RootDocuments(folders, keys);
        if (folders.isEmpty() || root.areIn(files)) {
            folders.stream().findFirst().ifPresent(first -> {
                var other = "The folder " + first + " holds a site, but there are documents outside of it, and those";
                findings.add(several(other + " are read; say with 'folder' what is meant ('.' for the repository)."));
            });
            return new SiteFolder("", false, root);
        }
        if (folders.size() > 1) {
            findings.add(several("Several folders hold a site (" + String.join(", ", folders) + ") and "
                    + folders.get(0) + " is read; say which one is meant with 'folder'."));
        }
        return new SiteFolder(folders.get(0), false, root);
    }

    private static Finding several(String message) {
        return new Finding("site-file.folder", Severity.WARNING, SharedInputs.SITE_FILE, Position.START, message);
    }

    /** Those that hold content first, then the least deep ones, then by name: which one is taken must not depend on luck. */
    private static List<String> folders(SharedFiles files, Optional<String> generator) {
        var found = new TreeSet<String>();
        files.below("")
                .map(SiteFolders::madeBy)
                .filter(folder -> !folder.isEmpty())
                .forEach(found::add);
        if (found.size() > MAX_FOLDERS) {
            return List.of();
        }
        found.removeIf(folder -> !generators(files, folder).isConfigured(generator));
        var outer = found.stream()
                .filter(folder -> found.stream().noneMatch(other -> !other.equals(folder) && folder.startsWith(other)))
                .toList();
        return outer.size() < 2 ? outer : inOrder(outer, files);
    }

    private static List<String> inOrder(List<String> folders, SharedFiles files) {
        var full = folders.stream()
                .filter(folder -> files.below(folder).anyMatch(SiteFolders::isContent))
                .collect(Collectors.toSet());
        return folders.stream()
                .sorted(Comparator.comparing((String folder) -> !full.contains(folder))
                        .thenComparing(SiteFolders::depth)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static boolean isContent(String path) {
        return JekyllGenerator.suggestedBy(path)
                || (path.startsWith("content/") && FileName.of(path).markdown());
    }

    static long depth(String path) {
        return path.chars().filter(sign -> sign == '/').count();
    }

    /** Whether a folder of this name is not the site's authors'. */
    static boolean isSomebodyElses(String name) {
        return FileName.hidden(name) || NO_SITES.contains(name.toLowerCase(Locale.ROOT));
    }

    private static Generators generators(SharedFiles files, String folder) {
        // Whatever is wrong in them is told of the one that is taken.
        return new Generators(files.configuration(folder, new ArrayList<>()), () -> files.below(folder));
    }

    /** Whether a file may make the folder that it lies in a site. */
    static boolean mayMakeOne(String file) {
        return !madeBy(file).isEmpty();
    }

    /** The folder, with a closing slash, that a file may make a site; empty if it makes none. */
    private static String madeBy(String file) {
        var name = file.lastIndexOf('/') + 1;
        if (name == 0 || !Generators.configures(file.substring(name))) {
            return "";
        }
        var folder = file.substring(0, name).replaceFirst("(?<=^|/)config/_default/$", "");
        var parts = folder.split("/", -1);
        var fits = parts.length - 1 <= MAX_DEPTH
                && Arrays.stream(parts).limit(parts.length - 1L).noneMatch(SiteFolders::isSomebodyElses);
        return fits ? folder : "";
    }
}
