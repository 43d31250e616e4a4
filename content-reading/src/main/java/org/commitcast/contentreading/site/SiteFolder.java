package org.commitcast.contentreading.site;

import java.util.stream.Stream;

/**
 * The folder of the repository that a site lies in.
 *
 * @param path with a closing slash; empty for the repository itself
 * @param sure whether it stays the site's whatever else comes; else nobody said it, and it depends on what other folders
 *     hold
 * @param candidates that it was chosen from
 */
record SiteFolder(String path, boolean sure, Candidates candidates) {

    /** A folder that somebody named, without slashes around it. */
    static SiteFolder of(String name) {
        return sure(name.isEmpty() ? "" : name + "/");
    }

    static SiteFolder sure(String path) {
        return new SiteFolder(path, true, Candidates.NONE);
    }

    /** Whether a file may say how the site's files are read. */
    boolean shares(String file) {
        return file.equals(SharedInputs.SITE_FILE)
                || HostFile.is(file)
                || (file.startsWith(path) && isConfiguration(file.substring(path.length())))
                || (!sure && (Generators.configures(file) || SiteFolders.mayMakeOne(file)));
    }

    /** The paths of the site, as they are called there, that are not those of another site in it. */
    Stream<String> own(SharedFiles files) {
        return path.isEmpty()
                ? files.below("").filter(file -> candidates.folders().stream().noneMatch(file::startsWith))
                : files.below(path);
    }

    private static boolean isConfiguration(String file) {
        return HostFile.is(file) || Generators.configures(file);
    }
}
