package org.commitcast.contentreading.markdown;

/** Finds where a piece of HTML ends; sees its lines one after another. */
@FunctionalInterface
interface HtmlEnd {

    /** The offset behind the end; -1 if it is not in this text. */
    int behind(CharSequence text, int from);

    /** Ends at the first such sign. */
    static HtmlEnd sign(String sign) {
        return (text, from) -> {
            var at = text.toString().indexOf(sign, from);
            return at < 0 ? -1 : at + sign.length();
        };
    }
}
