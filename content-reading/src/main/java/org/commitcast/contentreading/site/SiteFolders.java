package org.commitcast.contentreading.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.finding.Severity;
import org.commitcast.contentreading.jekyll.JekyllGenerator;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.plain.PlainMarkdown;

/**
 * Finds the folder that a site lies in where nobody names it: the root if that is a site, else a folder that is one, if it
 * is not for its documents the root nevertheless.
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
            return new SiteFolder("", false, Candidates.NONE);
        }
        var candidates = Candidates.of(folders(files, generator), files, keys);
        var folder = candidates.yieldTo(files) ? "" : candidates.first().orElse("");
        if (candidates.folders().size() > (folder.isEmpty() ? 0 : 1)) {
            findings.add(several(
                    String.join(", ", candidates.folders()), folder.isEmpty() ? "what lies outside of them" : folder));
        }
        return new SiteFolder(folder, false, candidates);
    }

    private static Finding several(String folders, String taken) {
        return new Finding(
                "site-file.folder",
                Severity.WARNING,
                SharedInputs.SITE_FILE,
                Position.START,
                "There are sites in folders (" + folders + "), and " + taken
                        + " is read; say with 'folder' which one is meant ('.' for the repository).");
    }

    private static List<String> folders(SharedFiles files, Optional<String> generator) {
        var found = new TreeSet<String>();
        files.below("")
                .map(SiteFolders::madeBy)
                .filter(folder -> !folder.isEmpty())
                .forEach(found::add);
        if (found.size() > MAX_FOLDERS) {
            return List.of();
        }
        // What a broken one said before it broke makes no site of a folder.
        var now = new SharedFiles(files.paths(), files.read(), path -> Stream.empty(), files.limits());
        found.removeIf(folder -> !generators(now, folder).isConfigured(generator));
        return found.stream()
                .filter(folder -> found.stream().noneMatch(other -> !other.equals(folder) && folder.startsWith(other)))
                .toList();
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
