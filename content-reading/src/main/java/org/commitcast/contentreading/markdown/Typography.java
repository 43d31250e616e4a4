package org.commitcast.contentreading.markdown;

import java.util.Map;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Quotes, dashes, ellipses and guillemets as kramdown sets them, outside of code and markup. */
final class Typography extends AbstractVisitor {

    private static final Map<String, String> SIGNS =
            Map.of("---", "—", "--", "–", "...", "…", "<< ", "«\u00A0", " >>", "\u00A0»", "<<", "«", ">>", "»");

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
        for (var run : inline.runs()) {
            set(inline.text(), run);
        }
    }

    /** Walks over a run once; what is written goes to the text node that the walk is in. */
    private static void set(CharSequence source, InlineSource.Run run) {
        var start = sign(source, run.start(), run.end());
        if (start < 0) {
            return;
        }
        var out = new StringBuilder();
        var map = new int[run.end() - run.start() + 1];
        var from = run.start();
        for (; start >= 0; start = sign(source, from, run.end())) {
            var length = length(source, start, run.end());
            if (length > 1) {
                copy(source, from, start, out, map, run);
                mark(map, start - run.start(), start + length - run.start(), out.length());
                out.append(SIGNS.get(source.subSequence(start, start + length).toString()));
                from = start + length;
                continue;
            }
            var position = start > from && source.charAt(start - 1) != '\\' ? start - 1 : start;
            copy(source, from, position, out, map, run);
            var turned = SmartQuotes.turn(source, position);
            // The character before the quote stays where it was; it may belong to another text node.
            for (var i = position; i < start; i++) {
                map[i - run.start()] = out.length() + (i - position);
            }
            mark(map, start - run.start(), turned.end() - run.start(), out.length() + (start - position));
            out.append(turned.text());
            from = turned.end();
        }
        copy(source, from, run.end(), out, map, run);
        map[run.end() - run.start()] = out.length();
        for (var piece : run.pieces()) {
            piece.node().setLiteral(out.substring(map[piece.start() - run.start()], map[piece.end() - run.start()]));
        }
    }

    /** Where the next sign begins; -1 if there is none. By hand: as an expression this took a fifth of all reading. */
    private static int sign(CharSequence source, int from, int end) {
        for (var i = from; i < end; i++) {
            if (length(source, i, end) > 0) {
                return i;
            }
        }
        return -1;
    }

    /** How long the sign is that stands at a place; 0 if none does. */
    private static int length(CharSequence source, int at, int end) {
        return switch (source.charAt(at)) {
            case '"', '\'' -> 1;
            case '-' -> follows("---", source, at, end) ? 3 : follows("--", source, at, end) ? 2 : 0;
            case '.' -> follows("...", source, at, end) ? 3 : 0;
            case '<' -> follows("<< ", source, at, end) ? 3 : follows("<<", source, at, end) ? 2 : 0;
            case '>' -> follows(">>", source, at, end) ? 2 : 0;
            case ' ' -> follows(" >>", source, at, end) ? 3 : 0;
            default -> 0;
        };
    }

    private static boolean follows(String sign, CharSequence source, int at, int end) {
        for (var i = 0; i < sign.length(); i++) {
            if (at + i >= end || source.charAt(at + i) != sign.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static void copy(
            CharSequence source, int from, int to, StringBuilder out, int[] map, InlineSource.Run run) {
        for (var i = from; i < to; i++) {
            map[i - run.start()] = out.length();
            out.append(source.charAt(i));
        }
    }

    private static void mark(int[] map, int from, int to, int target) {
        for (var i = from; i < to; i++) {
            map[i] = target;
        }
    }
}
