package org.commitcast.contentreading.markdown;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/**
 * Reads formulas between double dollar signs and leaves them to the reader's MathJax, as kramdown does.
 *
 * @see <a href="https://kramdown.gettalong.org/syntax.html#math-blocks">math</a>
 */
final class MathParser implements InlineContentParser {

    static InlineContentParserFactory factory() {
        return new InlineContentParserFactory() {
            @Override
            public Set<Character> getTriggerCharacters() {
                return Set.of('$');
            }

            @Override
            public InlineContentParser create() {
                return new MathParser();
            }
        };
    }

    private boolean unclosed;

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        // In a long row of signs only the first one counts the others.
        if (unclosed || scanner.peekPreviousCodePoint() == '$' || scanner.matchMultiple('$') != 2) {
            return ParsedInline.none();
        }
        var start = scanner.position();
        while (scanner.find('$') >= 0) {
            var end = scanner.position();
            if (scanner.matchMultiple('$') == 2) {
                var formula = scanner.getSource(start, end).getContent().strip();
                return formula.isEmpty()
                        ? ParsedInline.none()
                        : ParsedInline.of(new Formula(formula), scanner.position());
            }
        }
        // Looking again from every further sign would take quadratic time.
        unclosed = true;
        return ParsedInline.none();
    }
}
