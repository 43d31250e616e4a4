package org.commitcast.contentreading.markdown;

import java.util.Map;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/** Says a cell's alignment by style, as generators do. */
final class CellAlignment implements AttributeProvider {

    private final String style;

    /** @param style how the generator spells the style, up to the value */
    CellAlignment(String style) {
        this.style = style;
    }

    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
        if (node instanceof TableCell && attributes.containsKey("align")) {
            attributes.put("style", style + attributes.remove("align"));
        }
    }
}
