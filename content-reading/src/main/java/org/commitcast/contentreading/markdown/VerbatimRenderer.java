package org.commitcast.contentreading.markdown;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Writes what only this dialect has. An attribute list that found nothing to stand on disappears. */
final class VerbatimRenderer implements NodeRenderer {

    private final HtmlNodeRendererContext context;

    VerbatimRenderer(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Verbatim.class, AttributeList.class, Formula.class, Abbreviation.class);
    }

    static boolean isAlone(Node node) {
        return node instanceof Formula && node.getPrevious() == null && node.getNext() == null;
    }

    @Override
    public void render(Node node) {
        if (node instanceof Verbatim verbatim) {
            context.getWriter().text(verbatim.literal());
        } else if (node instanceof Formula formula) {
            context.getWriter().text(isAlone(formula) ? formula.apart() : formula.inLine());
        } else if (node instanceof Abbreviation abbreviation) {
            var title = abbreviation.meaning().isEmpty()
                    ? Map.<String, String>of()
                    : Map.of("title", abbreviation.meaning());
            context.getWriter().tag("abbr", title);
            context.getWriter().text(abbreviation.name());
            context.getWriter().tag("/abbr");
        }
    }
}
