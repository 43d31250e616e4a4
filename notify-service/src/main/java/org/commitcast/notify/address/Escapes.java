package org.commitcast.notify.address;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Escapes in addresses (RFC 3986, section 2). */
final class Escapes {
    private static final Pattern HEAD = Pattern.compile("(?is)(https?://[^/?#]*)(.*)");
    private static final Pattern FOREIGN = Pattern.compile("[^\\x21-\\x7e]+|[\"<>\\\\^`{|}\\[\\]]+");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Pattern RUN = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    private Escapes() {}

    /** With every escape as the character it stands for, but for those that would then mean something else. */
    static String decoded(String text) {
        Matcher run = RUN.matcher(text);
        return run.replaceAll(found -> Matcher.quoteReplacement(characters(found.group())));
    }

    /** An address whose characters behind the host are all such as addresses have; escapes stay as they are. */
    static String ascii(String address) {
        Matcher head = HEAD.matcher(address);
        return head.matches() ? head.group(1) + encoded(head.group(2)) : address;
    }

    /** A path, query or fragment with escapes for what none has. */
    static String encoded(String text) {
        return FOREIGN.matcher(text).replaceAll(found -> escaped(found.group()));
    }

    private static String escaped(String characters) {
        StringBuilder escapes = new StringBuilder();
        for (byte one : characters.getBytes(StandardCharsets.UTF_8)) {
            escapes.append('%').append(HEX.toHexDigits(one));
        }
        return escapes.toString();
    }

    private static String characters(String run) {
        byte[] bytes = new byte[run.length() / 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(run.substring(3 * i + 1, 3 * i + 3), 16);
        }
        String decoded = new String(bytes, StandardCharsets.UTF_8);
        return decoded.indexOf('\ufffd') >= 0 || decoded.matches("(?s).*[/?#%&=+\\p{Cntrl}].*")
                ? run.toLowerCase(Locale.ROOT)
                : decoded;
    }
}
