package org.commitcast.contentreading.path;

import java.util.regex.Pattern;

/** Path patterns as Git and Jekyll users write them. */
public final class Glob {

    private Glob() {}

    /** Whether the whole path matches; a pattern without wildcards also matches everything below it. */
    public static boolean matches(String glob, String path) {
        var pattern = glob.startsWith("/") ? glob.substring(1) : glob;
        if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
            var folder = pattern.endsWith("/") ? pattern : pattern + "/";
            return path.equals(pattern) || path.startsWith(folder);
        }
        return Pattern.compile(regex(pattern)).matcher(path).matches();
    }

    private static String regex(String glob) {
        var regex = new StringBuilder();
        for (var i = 0; i < glob.length(); i++) {
            var c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:[^/]+/)*+");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*+");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
