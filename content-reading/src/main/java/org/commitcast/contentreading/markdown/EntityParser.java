package org.commitcast.contentreading.markdown;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.jsoup.parser.Parser;

/** Reads entities into text that typography leaves alone: an entity for a quote was meant to stay straight. */
final class EntityParser implements InlineContentParser {

    private static final int MAX_LENGTH = 40;

    static InlineContentParserFactory factory() {
        return new InlineContentParserFactory() {
            @Override
            public Set<Character> getTriggerCharacters() {
                return Set.of('&');
            }

            @Override
            public InlineContentParser create() {
                return new EntityParser();
            }
        };
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        var entity = new StringBuilder();
        while (scanner.hasNext() && scanner.peek() != ';' && entity.length() < MAX_LENGTH && fits(scanner.peek())) {
            entity.append(scanner.peek());
            scanner.next();
        }
        if (entity.length() < 2 || !scanner.next(';')) {
            return ParsedInline.none();
        }
        var written = entity.append(';').toString();
        var text = Parser.unescapeEntities(written, true);
        return text.equals(written) ? ParsedInline.none() : ParsedInline.of(new Verbatim(text), scanner.position());
    }

    private static boolean fits(char c) {
        return c == '&' || c == '#' || (c < 128 && Character.isLetterOrDigit(c));
    }
}
