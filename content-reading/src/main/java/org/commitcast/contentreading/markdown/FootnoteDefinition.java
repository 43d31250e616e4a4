package org.commitcast.contentreading.markdown;

import org.commonmark.node.CustomBlock;

/** What a footnote says, where it stands in the text. */
final class FootnoteDefinition extends CustomBlock {

    private final String label;

    FootnoteDefinition(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
