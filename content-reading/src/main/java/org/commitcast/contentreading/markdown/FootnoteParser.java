package org.commitcast.contentreading.markdown;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.DefinitionMap;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Reads {@code [^label]: text} with what is indented below it.
 *
 * @see <a href="https://kramdown.gettalong.org/syntax.html#footnotes">footnotes</a>
 */
final class FootnoteParser extends AbstractBlockParser {

    private static final int INDENT = 4;
    private static final Pattern START = Pattern.compile("\\[\\^([\\w-]{1,100})\\]:");

    private final FootnoteDefinition definition;

    private FootnoteParser(String label) {
        this.definition = new FootnoteDefinition(label);
    }

    /** Finds where footnotes begin; the text of a paragraph is never interrupted by one. */
    static BlockParserFactory factory() {
        return FootnoteParser::start;
    }

    /** Takes {@code [^label]} for a reference where the text defines the label. */
    static LinkProcessor references() {
        return FootnoteParser::reference;
    }

    private static BlockStart start(ParserState state, MatchedBlockParser matched) {
        if (state.getIndent() >= INDENT || !matched.getParagraphLines().isEmpty()) {
            return BlockStart.none();
        }
        var line = state.getLine().getContent();
        var start = START.matcher(line).region(state.getNextNonSpaceIndex(), line.length());
        return start.lookingAt()
                ? BlockStart.of(new FootnoteParser(start.group(1))).atIndex(start.end())
                : BlockStart.none();
    }

    private static LinkResult reference(LinkInfo link, Scanner scanner, InlineParserContext context) {
        if (!link.text().startsWith("^") || link.destination() != null || link.label() != null) {
            return LinkResult.none();
        }
        var definition =
                context.getDefinition(FootnoteDefinition.class, link.text().substring(1));
        return definition == null
                ? LinkResult.none()
                : LinkResult.replaceWith(new FootnoteReference(definition), link.afterTextBracket());
    }

    @Override
    public Block getBlock() {
        return definition;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return !(child instanceof FootnoteDefinition);
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (state.isBlank()) {
            return BlockContinue.atIndex(state.getNextNonSpaceIndex());
        }
        return state.getIndent() >= INDENT ? BlockContinue.atColumn(state.getColumn() + INDENT) : BlockContinue.none();
    }

    @Override
    public List<DefinitionMap<?>> getDefinitions() {
        var map = new DefinitionMap<>(FootnoteDefinition.class);
        map.putIfAbsent(definition.label(), definition);
        return List.of(map);
    }
}
