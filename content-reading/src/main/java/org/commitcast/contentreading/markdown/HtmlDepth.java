package org.commitcast.contentreading.markdown;

import java.util.regex.Pattern;

/** Counts an element's own tags, to find where it ends. Looks at every character once. */
final class HtmlDepth {

    private final Pattern tag;
    private int depth;

    HtmlDepth(String name) {
        this.tag = Pattern.compile("<(/?)" + Pattern.quote(name) + "(?=[\\s/>]|\\z)[^<>]*+", Pattern.CASE_INSENSITIVE);
    }

    /** The offset behind the tag that closes the element; -1 if it is still open at the end of this text. */
    int end(CharSequence text, int from) {
        var tags = tag.matcher(text).region(from, text.length());
        while (tags.find()) {
            var closes = !tags.group(1).isEmpty();
            var closed = text.charAt(tags.end() - 1) == '/';
            depth += closes ? -1 : closed ? 0 : 1;
            if (depth <= 0) {
                return Math.min(tags.end() + 1, text.length());
            }
        }
        return -1;
    }
}
