package org.commitcast.contentreading.jekyll;

/** Jekyll's folders with a meaning, wherever they lie. */
final class FolderNames {

    static final String POSTS = "_posts";
    static final String DRAFTS = "_drafts";

    private FolderNames() {}

    /** Whether the path lies below a folder of this name. */
    public static boolean in(String path, String folder) {
        return path.startsWith(folder + "/") || path.contains("/" + folder + "/");
    }

    /** A folder as a configuration names it, with a closing slash; empty for the site's own. */
    static String normal(String name) {
        var clean = name.strip().replaceAll("^(?:\\.?/+)+|/+$", "");
        return clean.isEmpty() || clean.equals(".") ? "" : clean + "/";
    }
}
