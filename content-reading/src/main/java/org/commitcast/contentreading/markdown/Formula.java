package org.commitcast.contentreading.markdown;

import org.commonmark.node.CustomNode;

/** A formula; alone in its paragraph it is set apart, otherwise in the line. */
final class Formula extends CustomNode {

    private final String source;

    Formula(String source) {
        this.source = source;
    }

    String inLine() {
        return "\\(" + source + "\\)";
    }

    String apart() {
        return "\\[" + source + "\\]";
    }
}
