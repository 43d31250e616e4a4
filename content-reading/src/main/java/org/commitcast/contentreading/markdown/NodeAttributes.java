package org.commitcast.contentreading.markdown;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/** HTML attributes that a text gives to its elements, put into the output when they are rendered. */
final class NodeAttributes implements AttributeProvider {

    private final IdentityHashMap<Node, Map<String, String>> byNode = new IdentityHashMap<>();

    /** Adds attributes; classes add up, of anything else the later value wins. */
    void add(Node node, Map<String, String> attributes) {
        var known = byNode.computeIfAbsent(node, any -> new LinkedHashMap<>());
        attributes.forEach((name, value) ->
                known.merge(name, value, (old, added) -> name.equals("class") ? old + " " + added : added));
    }

    boolean has(Node node, String name) {
        return byNode.getOrDefault(node, Map.of()).containsKey(name);
    }

    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
        // A code block is two elements; what is said of it belongs to the outer one.
        if (!tagName.equals("code") || node instanceof org.commonmark.node.Code) {
            attributes.putAll(byNode.getOrDefault(node, Map.of()));
        }
    }
}
