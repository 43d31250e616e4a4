package org.commitcast.contentreading.markdown;

import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Reads {@code : text} below a term, or below other text of the same term.
 *
 * @see <a href="https://kramdown.gettalong.org/syntax.html#definition-lists">definition lists</a>
 */
final class DefinitionParser extends AbstractBlockParser {

    private static final int CODE_INDENT = 4;

    private final DefinitionDetails details;
    private final int indent;

    private DefinitionParser(boolean tight, int indent) {
        this.details = new DefinitionDetails(tight);
        this.indent = indent;
    }

    static BlockParserFactory factory() {
        return DefinitionParser::start;
    }

    private static BlockStart start(ParserState state, MatchedBlockParser matched) {
        var line = state.getLine().getContent();
        var colon = state.getNextNonSpaceIndex();
        if (state.getIndent() >= CODE_INDENT || colon + 1 >= line.length() || line.charAt(colon) != ':') {
            return BlockStart.none();
        }
        var open = !matched.getParagraphLines().isEmpty();
        var above = matched.getMatchedBlockParser().getBlock().getLastChild();
        if (!open && !(above instanceof Paragraph) && !(above instanceof DefinitionDetails)) {
            return BlockStart.none();
        }
        var text = colon + 1;
        while (text < line.length() && (line.charAt(text) == ' ' || line.charAt(text) == '\t')) {
            text++;
        }
        if (text == colon + 1 || text == line.length()) {
            return BlockStart.none();
        }
        var tabbed = line.charAt(colon + 1) == '\t';
        var width = tabbed ? CODE_INDENT : Math.min(text - colon, CODE_INDENT + 1);
        var tight = open || above == null || lastLine(above) + 1 == lineOf(state);
        return BlockStart.of(new DefinitionParser(tight, state.getIndent() + width))
                .atIndex(tabbed ? text : colon + width);
    }

    private static int lineOf(ParserState state) {
        var span = state.getLine().getSourceSpan();
        return span == null ? 0 : span.getLineIndex();
    }

    private static int lastLine(Node block) {
        var spans = block.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.get(spans.size() - 1).getLineIndex();
    }

    @Override
    public Block getBlock() {
        return details;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (state.isBlank()) {
            return BlockContinue.atIndex(state.getNextNonSpaceIndex());
        }
        return state.getIndent() >= indent ? BlockContinue.atColumn(state.getColumn() + indent) : BlockContinue.none();
    }
}
