package org.commitcast.contentreading.jekyll;

/** Jekyll's folders with a meaning, wherever they lie. */
final class FolderNames {

    private FolderNames() {}

    /** Whether the path lies below a folder of this name. */
    public static boolean in(String path, String folder) {
        return path.startsWith(folder + "/") || path.contains("/" + folder + "/");
    }
}
