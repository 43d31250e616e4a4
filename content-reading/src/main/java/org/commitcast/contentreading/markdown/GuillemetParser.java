package org.commitcast.contentreading.markdown;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/** Reads {@code <<} as text, so that what follows is no tag; typography makes a guillemet of it. */
final class GuillemetParser implements InlineContentParser {

    static InlineContentParserFactory factory() {
        return new InlineContentParserFactory() {
            @Override
            public Set<Character> getTriggerCharacters() {
                return Set.of('<');
            }

            @Override
            public InlineContentParser create() {
                return new GuillemetParser();
            }
        };
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        return scanner.next("<<") ? ParsedInline.of(new Text("<<"), scanner.position()) : ParsedInline.none();
    }
}
