package org.commitcast.contentreading.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;

/** HTML in the text of a site that does not want any: Hugo leaves a comment in its place. */
final class OmittedHtml extends AbstractVisitor {

    private static final String COMMENT = "<!-- raw HTML omitted -->";

    @Override
    public void visit(HtmlBlock html) {
        html.setLiteral(COMMENT);
    }

    @Override
    public void visit(HtmlInline html) {
        html.setLiteral(COMMENT);
    }
}
