package org.commitcast.contentreading.markdown;

import org.commonmark.node.Node;

/** Measures how deep a tree is, without the recursion that a tree too deep would break. */
final class TreeDepth {

    /** Deeper texts are refused: nobody writes them, and every step over them would need as deep a stack. */
    static final int MAX = 200;

    private TreeDepth() {}

    static boolean isTooDeep(Node root) {
        var depth = 0;
        Node node = root;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                if (depth > MAX) {
                    return true;
                }
                continue;
            }
            while (node != null && node != root && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null || node == root ? null : node.getNext();
        }
        return false;
    }
}
