package org.commitcast.contentreading.markdown;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/** HTML attributes that a text gives to its elements, put into the output when they are rendered. */
final class NodeAttributes implements AttributeProvider {

    private final IdentityHashMap<Node, Map<String, String>> byNode = new IdentityHashMap<>();
    private final Map<String, Map<String, String>> definitions = new HashMap<>();
    private final IdentityHashMap<Node, Set<String>> names = new IdentityHashMap<>();

    /** Adds attributes; classes add up, of anything else the later value wins. */
    void add(Node node, Map<String, String> attributes) {
        var known = byNode.computeIfAbsent(node, any -> new LinkedHashMap<>());
        attributes.forEach((name, value) ->
                known.merge(name, value, (old, added) -> name.equals("class") ? old + " " + added : added));
    }

    /** Adds what an attribute list says, its names as well. */
    void add(Node node, AttributeList list) {
        add(node, list.attributes());
        names.computeIfAbsent(node, any -> new LinkedHashSet<>()).addAll(list.names());
    }

    /** Remembers what a name stands for. */
    void define(String name, AttributeList list) {
        definitions.computeIfAbsent(name, any -> new LinkedHashMap<>()).putAll(list.attributes());
    }

    /** Gives every node what the names stand for that it was given; they may be explained further down. */
    void resolveNames() {
        names.forEach((node, used) -> used.forEach(name -> add(node, definitions.getOrDefault(name, Map.of()))));
    }

    /** Whether an attribute list gives a node a name, such as {@code toc}. */
    boolean isNamed(Node node, String name) {
        return names.getOrDefault(node, Set.of()).contains(name);
    }

    boolean hasClass(Node node, String name) {
        return List.of(get(node, "class").split(" ", -1)).contains(name);
    }

    /** The value; empty text if there is none. */
    String get(Node node, String name) {
        return byNode.getOrDefault(node, Map.of()).getOrDefault(name, "");
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
