package org.commitcast.contentreading.markdown;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Writes definition lists. */
final class DefinitionRenderer implements NodeRenderer {

    private static final Map<Class<? extends Node>, String> ELEMENTS =
            Map.of(DefinitionList.class, "dl", DefinitionTerm.class, "dt", DefinitionDetails.class, "dd");

    private final HtmlNodeRendererContext context;

    DefinitionRenderer(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return ELEMENTS.keySet();
    }

    @Override
    public void render(Node node) {
        var html = context.getWriter();
        var element = ELEMENTS.getOrDefault(node.getClass(), "dd");
        html.line();
        html.tag(element, context.extendAttributes(node, element, Map.of()));
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        html.tag("/" + element);
        html.line();
    }
}
