package org.commitcast.contentreading.markdown;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/** Reads <code>{: …}</code>. */
final class AttributeListParser implements InlineContentParser {

    private static final int MAX_LENGTH = 250;

    static InlineContentParserFactory factory() {
        return new InlineContentParserFactory() {
            @Override
            public Set<Character> getTriggerCharacters() {
                return Set.of('{');
            }

            @Override
            public InlineContentParser create() {
                return new AttributeListParser();
            }
        };
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        scanner.next();
        if (!scanner.next(':') || scanner.peek() == ':' || scanner.peek() == '/') {
            return ParsedInline.none();
        }
        var inner = new StringBuilder();
        while (scanner.hasNext() && scanner.peek() != '}' && scanner.peek() != '\n' && inner.length() < MAX_LENGTH) {
            if (scanner.peek() == '\\') {
                inner.append(scanner.peek());
                scanner.next();
            }
            inner.append(scanner.peek());
            scanner.next();
        }
        if (!scanner.next('}') || inner.toString().isBlank()) {
            return ParsedInline.none();
        }
        return ParsedInline.of(AttributeList.parse(inner.toString()), scanner.position());
    }
}
