package org.commitcast.contentreading.markdown;

import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Writes the footnotes at the end of a text. */
final class FootnoteRenderer implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final FootnoteStyle style;

    FootnoteRenderer(HtmlNodeRendererContext context, FootnoteStyle style) {
        this.context = context;
        this.style = style;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FootnoteList.class);
    }

    @Override
    public void render(Node list) {
        var html = context.getWriter();
        html.line();
        html.raw("<div class=\"footnotes\" role=\"doc-endnotes\">\n" + style.opening() + "\n");
        var number = 0;
        for (var node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FootnoteDefinition note) {
                number++;
                html.raw("<li id=\"fn:" + style.id(note.label(), number) + "\"" + style.item() + ">");
                for (var child = note.getFirstChild(); child != null; child = child.getNext()) {
                    context.render(child);
                }
                html.line();
                html.raw("</li>\n");
            }
        }
        html.raw("</ol>\n</div>");
        html.line();
    }
}
