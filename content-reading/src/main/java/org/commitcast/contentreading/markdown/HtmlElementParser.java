package org.commitcast.contentreading.markdown;

import java.util.Optional;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Reads an HTML element as kramdown does: from the beginning of a line to its own closing tag, blank lines included.
 * CommonMark would end it at the first blank line. What follows the closing tag on its line is a paragraph.
 */
final class HtmlElementParser extends AbstractBlockParser {

    private static final int CODE_INDENT = 4;

    private final HtmlBlock block = new HtmlBlock();
    private final StringBuilder source = new StringBuilder();
    private final HtmlEnd end;
    private boolean ended;
    private @Nullable SourceLine rest;

    private HtmlElementParser(HtmlEnd end) {
        this.end = end;
    }

    static BlockParserFactory factory() {
        return HtmlElementParser::start;
    }

    private static BlockStart start(ParserState state, MatchedBlockParser matched) {
        if (state.getIndent() >= CODE_INDENT) {
            return BlockStart.none();
        }
        var line = state.getLine().getContent();
        var at = state.getNextNonSpaceIndex();
        if (at + 1 >= line.length() || line.charAt(at) != '<') {
            return BlockStart.none();
        }
        return end(line, at)
                .map(end -> BlockStart.of(new HtmlElementParser(end)).atIndex(state.getIndex()))
                .orElse(BlockStart.none());
    }

    private static Optional<HtmlEnd> end(CharSequence line, int at) {
        var text = line.subSequence(at, Math.min(line.length(), at + 4)).toString();
        if (text.equals("<!--")) {
            return Optional.of(HtmlEnd.sign("-->"));
        }
        if (text.startsWith("<?") || text.startsWith("<!")) {
            return Optional.of(HtmlEnd.sign(text.startsWith("<?") ? "?>" : ">"));
        }
        var tag = HtmlTags.OPENING.matcher(line).region(at, line.length());
        if (!tag.lookingAt() || HtmlTags.isSpan(tag.group(1))) {
            return Optional.empty();
        }
        return Optional.of(HtmlTags.isWithoutBody(tag.group(1)) ? HtmlEnd.sign(">") : new HtmlDepth(tag.group(1))::end);
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return ended ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        var text = line.getContent();
        var behind = end.behind(text, 0);
        if (behind > 0) {
            ended = true;
            source.append(text, 0, behind);
            var after = text.subSequence(behind, text.length()).toString();
            if (!after.isBlank()) {
                rest = line.substring(behind, text.length());
            }
        } else {
            source.append(text).append('\n');
        }
    }

    @Override
    public void closeBlock() {
        block.setLiteral(source.toString().stripTrailing());
    }

    @Override
    public void parseInlines(InlineParser inlineParser) {
        if (rest != null) {
            var paragraph = new Paragraph();
            paragraph.setSourceSpans(block.getSourceSpans());
            inlineParser.parse(SourceLines.of(rest), paragraph);
            block.insertAfter(paragraph);
        }
    }
}
