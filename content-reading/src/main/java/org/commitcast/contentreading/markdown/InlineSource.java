package org.commitcast.contentreading.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Delimited;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * The inline content of a block written as one text again, much as its source was: typography looks at the characters
 * around, markup included.
 */
final class InlineSource {

    /** Neighbouring texts and line ends, which typography sees as one. */
    record Run(int start, int end, List<Piece> pieces) {}

    /** A text node and where it stands. */
    record Piece(Text node, int start, int end) {}

    private final StringBuilder source = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();
    private List<Piece> pieces = new ArrayList<>();
    private int runStart = -1;

    static InlineSource of(Node block) {
        var inline = new InlineSource();
        inline.children(block);
        inline.endRun();
        return inline;
    }

    CharSequence text() {
        return source;
    }

    List<Run> runs() {
        return runs;
    }

    private void children(Node parent) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text text) {
                startRun();
                pieces.add(new Piece(
                        text,
                        source.length(),
                        source.length() + text.getLiteral().length()));
                source.append(text.getLiteral());
            } else if (node instanceof SoftLineBreak) {
                startRun();
                source.append('\n');
            } else {
                endRun();
                element(node);
            }
        }
    }

    private void element(Node node) {
        if (node instanceof Code code) {
            source.append('`').append(code.getLiteral()).append('`');
        } else if (node instanceof HtmlInline html) {
            source.append(html.getLiteral());
        } else if (node instanceof Verbatim verbatim) {
            source.append(verbatim.literal().equals("\\") ? "\\" : "\\" + verbatim.literal());
        } else if (node instanceof HardLineBreak) {
            source.append("  \n");
        } else if (node instanceof FootnoteReference) {
            source.append("[^]");
        } else if (node instanceof AttributeList) {
            source.append("{:}");
        } else if (node instanceof Image) {
            // Alternative text stays as it is written.
            source.append("![](").append(')');
        } else if (node instanceof Link) {
            enclosed("[", node, "]()");
        } else if (node instanceof Delimited delimited) {
            enclosed(delimited.getOpeningDelimiter(), node, delimited.getClosingDelimiter());
        } else {
            enclosed("", node, "");
        }
    }

    private void enclosed(String opening, Node node, String closing) {
        source.append(opening);
        children(node);
        endRun();
        source.append(closing);
    }

    private void startRun() {
        if (runStart < 0) {
            runStart = source.length();
        }
    }

    private void endRun() {
        if (runStart >= 0) {
            runs.add(new Run(runStart, source.length(), pieces));
            pieces = new ArrayList<>();
            runStart = -1;
        }
    }
}
