package org.commitcast.contentreading.jekyll;

/** A pattern in {@code include} or {@code exclude}: to it an asterisk stands for slashes as well. */
final class FilePattern {

    private FilePattern() {}

    /** Whether a path or what it begins with is meant, as Jekyll compares them. */
    static boolean isMeant(String pattern, String path) {
        var clean = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        return !clean.isEmpty() && (path.startsWith(clean) || matches(clean, path));
    }

    /** Goes back to the last asterisk only: an earlier one could not do better. */
    private static boolean matches(String pattern, String path) {
        var p = 0;
        var asterisk = -1;
        var taken = 0;
        for (var i = 0; i < path.length(); ) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                asterisk = p++;
                taken = i;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == path.charAt(i))) {
                p++;
                i++;
            } else if (asterisk >= 0) {
                p = asterisk + 1;
                taken++;
                i = taken;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
