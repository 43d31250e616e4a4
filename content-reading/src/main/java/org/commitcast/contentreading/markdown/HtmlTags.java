package org.commitcast.contentreading.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which HTML kramdown takes for a block of its own.
 *
 * @see <a href="https://kramdown.gettalong.org/syntax.html#html-blocks">HTML blocks</a>
 */
final class HtmlTags {

    private static final Set<String> SPANS = Set.of(
            ("a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp"
                            + " rt rtc ruby samp select small span strong sub sup tt u var")
                    .split(" ", -1));
    private static final Set<String> WITHOUT_BODY = Set.of(
            "area base br col command embed hr img input keygen link meta param source track wbr".split(" ", -1));
    private static final Set<String> WITH_LINES = Set.of(
            ("a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup"
                            + " p q rb rbc rp rt rtc ruby select small span strong sub sup th tt")
                    .split(" ", -1));

    /** A tag that opens, with name and attributes as groups; it may end on a later line. */
    static final Pattern OPENING = Pattern.compile("<([A-Za-z][\\w:.-]*+)((?:\\s[^<>]*+)?)(/?>|\\z)");

    private HtmlTags() {}

    static boolean isSpan(String name) {
        return SPANS.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isWithoutBody(String name) {
        return WITHOUT_BODY.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether Markdown inside of it is lines of text rather than blocks. */
    static boolean holdsLines(String name) {
        return WITH_LINES.contains(name.toLowerCase(Locale.ROOT));
    }
}
