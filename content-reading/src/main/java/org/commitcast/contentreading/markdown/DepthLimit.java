package org.commitcast.contentreading.markdown;

import java.util.Optional;
import java.util.function.Supplier;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Stops the parser where quotes or lists nest too deeply. It goes through all open blocks at every line, and through the
 * rest of the line at every marker: one line of {@code - - -} would take minutes before its tree could be measured.
 */
final class DepthLimit {

    private DepthLimit() {}

    /** To be registered before all other block parsers. */
    static BlockParserFactory factory() {
        return DepthLimit::look;
    }

    /** What the work makes; empty where it meets something too deep. */
    static <T> Optional<T> within(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (Exceeded | StackOverflowError tooDeep) {
            // The parser itself goes down recursively into emphasis and links, far beyond the limit, on any stack.
            return Optional.empty();
        }
    }

    /** The tree of a text, measured. */
    static Node parse(Parser parser, String markdown) {
        return measured(parser.parse(markdown));
    }

    static Node measured(Node document) {
        if (TreeDepth.isTooDeep(document)) {
            throw new Exceeded();
        }
        return document;
    }

    private static BlockStart look(ParserState state, MatchedBlockParser matched) {
        var depth = 0;
        for (Block block = matched.getMatchedBlockParser().getBlock(); block != null; block = block.getParent()) {
            depth++;
        }
        if (depth > TreeDepth.MAX) {
            throw new Exceeded();
        }
        return BlockStart.none();
    }

    /** The parser has no other way to be told to stop. */
    private static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("nested too deeply", null, false, false);
        }
    }
}
