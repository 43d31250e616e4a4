package org.commitcast.contentreading.markdown;

import org.commitcast.contentreading.html.ContentHtml;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * The words of a parsed text, white space folded, straight from the tree: a transcript has thousands of paragraphs, and
 * writing each as HTML only to read it again would cost most of the time of an import.
 */
final class PlainText extends AbstractVisitor {

    private final StringBuilder out = new StringBuilder();

    static String of(Node document) {
        var words = new PlainText();
        document.accept(words);
        return words.out.toString().strip();
    }

    @Override
    protected void visitChildren(Node parent) {
        super.visitChildren(parent);
        if (parent instanceof Block) {
            add(' ');
        }
    }

    @Override
    public void visit(Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        add(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        add(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        add(code.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        add(ContentHtml.plain(html.getLiteral()));
        add(' ');
    }

    /** What looks like a number of a list may be the year that somebody spoke of: it is kept as it is written. */
    @Override
    public void visit(OrderedList list) {
        var number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            add(number + list.getMarkerDelimiter() + " ");
            number++;
            item.accept(this);
        }
    }

    /** A picture says nothing. */
    @Override
    public void visit(Image image) {}

    @Override
    public void visit(SoftLineBreak lineBreak) {
        add(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        add(' ');
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof Verbatim verbatim) {
            add(verbatim.literal());
        } else if (node instanceof Formula formula) {
            add(formula.inLine());
        } else {
            visitChildren(node);
        }
    }

    private void add(String text) {
        for (var i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
    }

    private void add(char c) {
        var space = c == ' ' || (c >= '\t' && c <= '\r');
        if (!space) {
            out.append(c);
        } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }
}
