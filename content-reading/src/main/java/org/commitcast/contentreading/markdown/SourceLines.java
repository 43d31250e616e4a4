package org.commitcast.contentreading.markdown;

import java.util.List;
import org.commonmark.node.Block;

/** The lines that a parsed text came from, by the places that its blocks remember. */
final class SourceLines {

    private final List<String> lines;

    SourceLines(String markdown) {
        this.lines = markdown.lines().toList();
    }

    /** Whether a blank line follows a block; the end of the text is none. */
    boolean blankAfter(Block block) {
        var spans = block.getSourceSpans();
        if (spans.isEmpty()) {
            return false;
        }
        var next = spans.get(spans.size() - 1).getLineIndex() + 1;
        // Inside a quote a blank line still has the quote's marks.
        return next < lines.size() && lines.get(next).replace('>', ' ').isBlank();
    }

    /** Whether a block begins right below the line that another one ends on. */
    boolean blankBetween(Block upper, Block lower) {
        return !upper.getSourceSpans().isEmpty() && !lower.getSourceSpans().isEmpty() && blankAfter(upper);
    }

    /** A block's own part of each of its lines. */
    List<String> of(Block block) {
        return block.getSourceSpans().stream()
                .map(span -> lines.get(span.getLineIndex())
                        .substring(span.getColumnIndex(), span.getColumnIndex() + span.getLength()))
                .toList();
    }
}
