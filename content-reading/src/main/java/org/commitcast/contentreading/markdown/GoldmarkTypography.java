package org.commitcast.contentreading.markdown;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Quotes, dashes, ellipses and guillemets as goldmark's typographer sets them. */
final class GoldmarkTypography extends AbstractVisitor {

    @Override
    public void visit(Paragraph paragraph) {
        set(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        set(heading);
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof DefinitionTerm) {
            set(block);
        } else {
            visitChildren(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableCell) {
            set(node);
        } else {
            visitChildren(node);
        }
    }

    private static void set(Node block) {
        var inline = InlineSource.of(block);
        var quotes = new GoldmarkQuotes(inline.text());
        for (var run : inline.runs()) {
            set(inline.text(), run, quotes);
        }
    }

    private static void set(CharSequence source, InlineSource.Run run, GoldmarkQuotes quotes) {
        var edit = new RunEdit(source, run);
        for (var i = run.start(); i < run.end(); ) {
            var c = source.charAt(i);
            var length = 1;
            if (c == '"' || c == '\'') {
                edit.replace(i, i + 1, quotes.turned(i));
            } else if (c == '-' || c == '.' || c == '<' || c == '>') {
                length = repeated(source, i, run.end());
                edit.replace(i, i + length, sign(c, length));
            }
            i += length;
        }
        edit.finish();
    }

    /** How often the sign stands there, at most as often as it means something. */
    private static int repeated(CharSequence source, int at, int end) {
        var c = source.charAt(at);
        var most = c == '<' || c == '>' ? 2 : 3;
        var length = 1;
        while (length < most && at + length < end && source.charAt(at + length) == c) {
            length++;
        }
        return c == '.' && length < most ? 1 : length;
    }

    private static String sign(char c, int length) {
        if (length == 1) {
            return String.valueOf(c);
        }
        return switch (c) {
            case '-' -> length == 3 ? "—" : "–";
            case '.' -> "…";
            case '<' -> "«";
            default -> "»";
        };
    }
}
