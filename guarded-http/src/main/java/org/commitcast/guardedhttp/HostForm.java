package org.commitcast.guardedhttp;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells the usual forms of a host from those that only serve to disguise an address. */
final class HostForm {
    private static final Pattern DOTTED_QUAD = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    private HostForm() {}

    /**
     * Whether parsers disagree about what the host means: {@code 2130706433}, {@code 0x7f.1}, {@code 0177.0.0.1}. A
     * name ends in a label that is not a number.
     *
     * @see <a href="https://url.spec.whatwg.org/#ends-in-a-number-checker">ends-in-a-number checker</a>
     */
    static boolean isOdd(String host) {
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String last = bare.substring(bare.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return NUMBER.matcher(last).matches() && !DOTTED_QUAD.matcher(host).matches();
    }
}
