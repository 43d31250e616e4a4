package org.commitcast.contentreading.markdown;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Writes paragraphs, those that are only an item's text without the element. */
final class ParagraphRenderer implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final Predicate<Paragraph> bareInList;

    /** @param bareInList whether a paragraph is an item's text without being a paragraph of its own */
    ParagraphRenderer(HtmlNodeRendererContext context, Predicate<Paragraph> bareInList) {
        this.context = context;
        this.bareInList = bareInList;
    }

    /** As CommonMark decides it: all items of a list alike. */
    static boolean isInTightList(Paragraph paragraph) {
        return paragraph.getParent() instanceof ListItem item
                && item.getParent() instanceof ListBlock list
                && list.isTight();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Paragraph.class);
    }

    private boolean isBare(Paragraph paragraph) {
        var first = paragraph.getFirstChild();
        return bareInList.test(paragraph)
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
