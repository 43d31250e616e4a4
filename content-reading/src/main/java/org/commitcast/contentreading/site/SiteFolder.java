package org.commitcast.contentreading.site;

/**
 * The folder of the repository that a site lies in.
 *
 * @param path with a closing slash; empty for the repository itself
 * @param sure whether it stays the site's whatever else comes; else nobody said it, and it depends on what other folders
 *     hold
 */
record SiteFolder(String path, boolean sure) {

    /** A folder that somebody named, without slashes around it. */
    static SiteFolder of(String name) {
        return new SiteFolder(name.isEmpty() ? "" : name + "/", true);
    }

    /** Whether a file may say how the site's files are read. */
    boolean shares(String file) {
        return file.equals(SharedInputs.SITE_FILE)
                || HostFile.is(file)
                || (file.startsWith(path) && isConfiguration(file.substring(path.length())))
                || (!sure && (Generators.configures(file) || SiteFolders.mayMakeOne(file)));
    }

    private static boolean isConfiguration(String file) {
        return HostFile.is(file) || Generators.configures(file);
    }
}
