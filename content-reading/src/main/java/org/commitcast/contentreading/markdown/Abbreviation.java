package org.commitcast.contentreading.markdown;

import org.commonmark.node.CustomNode;

/** A short word and what it means. */
final class Abbreviation extends CustomNode {

    private final String name;
    private final String meaning;

    Abbreviation(String name, String meaning) {
        this.name = name;
        this.meaning = meaning;
    }

    String name() {
        return name;
    }

    String meaning() {
        return meaning;
    }
}
