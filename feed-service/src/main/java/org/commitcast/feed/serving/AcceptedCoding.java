package org.commitcast.feed.serving;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What Accept-Encoding says.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3">RFC 9110, 12.5.3</a>
 */
final class AcceptedCoding {
    private AcceptedCoding() {}

    /** Whether the client takes gzip and does not like the plain bytes better. */
    static boolean prefersGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        double gzip = -1;
        double any = -1;
        double identity = -1;
        for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] words = part.split(";", 2);
            double weight = words.length == 1 ? 1 : weight(words[1]);
            switch (words[0].strip()) {
                case "gzip", "x-gzip" -> gzip = Math.max(gzip, weight);
                case "*" -> any = weight;
                case "identity" -> identity = weight;
                default -> {
                    // Other codings are not ours.
                }
            }
        }
        double effective = gzip < 0 ? any : gzip;
        return effective > 0 && effective >= identity;
    }

    private static double weight(String parameter) {
        String[] words = parameter.strip().split("=", 2);
        try {
            return words.length == 2 && words[0].strip().equals("q") ? Double.parseDouble(words[1].strip()) : 1;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
