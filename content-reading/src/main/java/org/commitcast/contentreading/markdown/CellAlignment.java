package org.commitcast.contentreading.markdown;

import java.util.Map;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/** Says a cell's alignment by style, as kramdown does. */
final class CellAlignment implements AttributeProvider {

    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
        if (node instanceof TableCell && attributes.containsKey("align")) {
            attributes.put("style", "text-align: " + attributes.remove("align"));
        }
    }
}
