package org.commitcast.contentreading.markdown;

import java.util.Set;
import org.commonmark.node.HardLineBreak;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/** Reads escapes; before a character that is not in the dialect's set the backslash stays. */
final class EscapeParser implements InlineContentParser {

    private static final String KRAMDOWN = "\\.*_+`<>()[]{}#!:|\"'$=-~";
    private static final String COMMON_MARK = KRAMDOWN + "%&,/;?@^";

    private final String escapable;

    private EscapeParser(String escapable) {
        this.escapable = escapable;
    }

    static InlineContentParserFactory kramdown() {
        return factory(KRAMDOWN);
    }

    /** Every sign of ASCII. */
    static InlineContentParserFactory commonMark() {
        return factory(COMMON_MARK);
    }

    private static InlineContentParserFactory factory(String escapable) {
        return new InlineContentParserFactory() {
            @Override
            public Set<Character> getTriggerCharacters() {
                return Set.of('\\');
            }

            @Override
            public InlineContentParser create() {
                return new EscapeParser(escapable);
            }
        };
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        scanner.next();
        var next = scanner.peek();
        if (next == '\n') {
            scanner.next();
            return ParsedInline.of(new HardLineBreak(), scanner.position());
        }
        if (scanner.hasNext() && escapable.indexOf(next) >= 0) {
            scanner.next();
            return ParsedInline.of(new Verbatim(String.valueOf(next)), scanner.position());
        }
        return ParsedInline.of(new Verbatim("\\"), scanner.position());
    }
}
