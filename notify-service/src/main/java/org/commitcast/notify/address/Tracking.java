package org.commitcast.notify.address;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters that say where a reader comes from, and nothing about what is read. */
final class Tracking {
    private static final String PREFIXES = "(utm|mtm|pk|piwik|matomo|hsa|at|vero|oly)_.*";
    private static final String CLICKS = "fbclid|gclid|dclid|gclsrc|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id"
            + "|igshid|igsh|rdt_cid|epik|_branch_match_id|__s|_openstat|wickedid|s_cid|cmpid|srsltid";
    private static final String LETTERS =
            "mc_cid|mc_eid|_hsenc|_hsmi|__hssc|__hstc|__hsfp|hsctatracking|mkt_tok|ck_subscriber_id";

    /** Not {@code source}, {@code share} and the like: under such names some sites have what a page shows. */
    private static final String SHARES = "ref|ref_src|ref_url|referrer|referer|ncid|sr_share";

    private Tracking() {}

    /** What is left of a query, in an order of its own. */
    static String removed(@Nullable String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(parameter -> !parameter.isEmpty() && !tracks(parameter))
                        .map(Escapes::decoded)
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    private static boolean tracks(String parameter) {
        String name = parameter.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
        return name.matches(PREFIXES) || name.matches(CLICKS) || name.matches(LETTERS) || name.matches(SHARES);
    }
}
