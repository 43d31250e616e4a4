package org.commitcast.contentreading.markdown;

import java.util.Set;
import org.commonmark.node.HardLineBreak;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/** Reads escapes with kramdown's set of characters; before any other character the backslash stays. */
final class EscapeParser implements InlineContentParser {

    private static final String ESCAPABLE = "\\.*_+`<>()[]{}#!:|\"'$=-~";

    static InlineContentParserFactory factory() {
        return new InlineContentParserFactory() {
            @Override
            public Set<Character> getTriggerCharacters() {
                return Set.of('\\');
            }

            @Override
            public InlineContentParser create() {
                return new EscapeParser();
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
        if (scanner.hasNext() && ESCAPABLE.indexOf(next) >= 0) {
            scanner.next();
            return ParsedInline.of(new Verbatim(String.valueOf(next)), scanner.position());
        }
        return ParsedInline.of(new Verbatim("\\"), scanner.position());
    }
}
