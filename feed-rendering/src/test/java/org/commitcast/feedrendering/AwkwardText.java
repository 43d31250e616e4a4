package org.commitcast.feedrendering;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts that are hard on those who write and read feeds. */
final class AwkwardText {
    private AwkwardText() {}

    static Arbitrary<String> any() {
        Arbitrary<String> awkward = Arbitraries.of(
                "]]>",
                "<![CDATA[",
                "<!--",
                "&amp;",
                "&#0;",
                "<p a='b'>",
                "\r\n",
                "\n\n",
                "-->",
                "\t",
                "\u0000",
                "\uD83D",
                "\uDE00",
                "\uD83D\uDE00",
                "\uFFFE",
                "\u0085",
                "\u2028",
                "'",
                "\"",
                "\u202E",
                "\u05D0",
                "\u200F",
                "\\u0000",
                "</script>");
        return Arbitraries.oneOf(awkward, Arbitraries.strings().all().ofMaxLength(40))
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    /** The production Char of XML 1.0, written out once more. */
    static String allowedByXml(String text) {
        return text.codePoints()
                .filter(c -> c == 0x9
                        || c == 0xA
                        || c == 0xD
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || (c >= 0x10000 && c <= 0x10FFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
