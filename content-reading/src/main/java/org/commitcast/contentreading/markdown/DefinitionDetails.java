package org.commitcast.contentreading.markdown;

import org.commonmark.node.CustomBlock;

/** What a definition list says of a term. */
final class DefinitionDetails extends CustomBlock {

    private final boolean tight;

    /** @param tight whether its first paragraph is its text without being a paragraph of its own */
    DefinitionDetails(boolean tight) {
        this.tight = tight;
    }

    boolean tight() {
        return tight;
    }
}
