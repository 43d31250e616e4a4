package org.commitcast.contentreading.markdown;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Writes paragraphs, those that are only an item's text without the element. */
final class ParagraphRenderer implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final ListShapes lists;

    ParagraphRenderer(HtmlNodeRendererContext context, ListShapes lists) {
        this.context = context;
        this.lists = lists;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Paragraph.class);
    }

    private boolean isBare(Paragraph paragraph) {
        var first = paragraph.getFirstChild();
        return lists.isBareText(paragraph)
                || (first != null && VerbatimRenderer.isAlone(first))
                || (paragraph.getParent() instanceof DefinitionDetails details
                        && details.tight()
                        && paragraph.getPrevious() == null);
    }

    @Override
    public void render(Node node) {
        var html = context.getWriter();
        var bare = node instanceof Paragraph paragraph && isBare(paragraph);
        if (!bare) {
            html.line();
            html.tag("p", context.extendAttributes(node, "p", Map.of()));
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        if (!bare) {
            html.tag("/p");
            html.line();
        }
    }
}
