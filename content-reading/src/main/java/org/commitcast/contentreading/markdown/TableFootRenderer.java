package org.commitcast.contentreading.markdown;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Writes the foot of a table. */
final class TableFootRenderer implements NodeRenderer {

    private final HtmlNodeRendererContext context;

    TableFootRenderer(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(TableFoot.class);
    }

    @Override
    public void render(Node foot) {
        var html = context.getWriter();
        html.line();
        html.tag("tfoot", context.extendAttributes(foot, "tfoot", Map.of()));
        for (var row = foot.getFirstChild(); row != null; row = row.getNext()) {
            context.render(row);
        }
        html.tag("/tfoot");
        html.line();
    }
}
