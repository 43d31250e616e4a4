package org.commitcast.ingest.checkout;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the addresses of one repository have in common, whichever way it is reached: {@code https://host/a/b.git},
 * {@code ssh://git@host:22/a/b} and {@code git@host:a/b.git} are all {@code host/a/b}. Good for finding sites that are to
 * be looked at, and for nothing that anybody could gain by.
 */
public final class RepositoryKey {
    private static final Pattern URL = Pattern.compile("[a-z][a-z0-9+.-]*://(?:[^/@]*@)?([^/:]*)(?::[0-9]+)?/*(.*)");
    private static final Pattern SHORT_SSH = Pattern.compile("(?:[^/@:]+@)?([^/:@]+):/*(.+)");

    private RepositoryKey() {}

    /** In lower case, because forges do not tell cases apart; empty where it is no address. */
    public static String of(String address) {
        String text = address.strip().toLowerCase(Locale.ROOT);
        Matcher url = URL.matcher(text);
        Matcher shortSsh = SHORT_SSH.matcher(text);
        if (url.matches()) {
            return key(url.group(1), url.group(2));
        }
        return shortSsh.matches() ? key(shortSsh.group(1), shortSsh.group(2)) : "";
    }

    /** Of a path whose host is not known; {@link #isOnAnyHost} tells it from others. */
    public static String onAnyHost(String path) {
        String key = key("*", path.strip().toLowerCase(Locale.ROOT));
        return key.indexOf('/') == key.lastIndexOf('/') ? "" : key;
    }

    public static boolean isOnAnyHost(String key) {
        return key.startsWith("*/");
    }

    /** Bitbucket Server says {@code scm/} before the path over HTTP and not over ssh. */
    private static String key(String host, String path) {
        String bare = path.replaceFirst("[?#].*$", "").replaceFirst("/+$", "").replaceFirst("\\.git$", "");
        String plain = bare.startsWith("scm/") ? bare.substring("scm/".length()) : bare;
        return plain.isEmpty() ? "" : host + "/" + plain;
    }
}
