package org.commitcast.contentreading.markdown;

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
        return Set.of(Verbatim.class, AttributeList.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Verbatim verbatim) {
            context.getWriter().text(verbatim.literal());
        }
    }
}
