package org.commitcast.contentreading.frontmatter;

/** A change of a text at one place, which costs no copy of the text as long as it is not made. */
record Splice(int start, int end, String text) {

    static Splice insert(int at, String text) {
        return new Splice(at, at, text);
    }

    String in(String source) {
        return source.substring(0, start) + text + source.substring(end);
    }
}
