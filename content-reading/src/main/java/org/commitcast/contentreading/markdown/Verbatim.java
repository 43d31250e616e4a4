package org.commitcast.contentreading.markdown;

import org.commonmark.node.CustomNode;

/** Text that typography leaves alone: an escaped character or an entity. */
final class Verbatim extends CustomNode {

    private final String literal;

    Verbatim(String literal) {
        this.literal = literal;
    }

    String literal() {
        return literal;
    }
}
