package org.commitcast.contentreading.markdown;

import org.commonmark.node.CustomNode;

/** The place in a text that a footnote belongs to. */
final class FootnoteReference extends CustomNode {

    private final FootnoteDefinition definition;

    FootnoteReference(FootnoteDefinition definition) {
        this.definition = definition;
    }

    FootnoteDefinition definition() {
        return definition;
    }
}
