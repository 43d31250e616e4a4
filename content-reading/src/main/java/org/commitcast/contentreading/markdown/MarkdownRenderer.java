package org.commitcast.contentreading.markdown;

import java.util.Optional;
import java.util.OptionalInt;

/** Markdown as one generator reads it. Immutable and safe for use by many threads. */
public sealed interface MarkdownRenderer permits KramdownRenderer, GoldmarkRenderer {

    /** Of quotes, lists, emphasis and links in one another. */
    int MAX_DEPTH = TreeDepth.MAX;

    /** As Jekyll's kramdown renders it (GFM input). Bare addresses are not linked, as kramdown does not either. */
    static MarkdownRenderer kramdown() {
        return KramdownRenderer.INSTANCE;
    }

    /** As Hugo's goldmark renders it. */
    static MarkdownRenderer goldmark(GoldmarkSettings settings) {
        return new GoldmarkRenderer(settings);
    }

    /** The line, from 0, of a paragraph that would take too long to render; such a text must not be rendered. */
    static OptionalInt tooCostly(String markdown) {
        var line = RenderingCost.lineOverLimit(markdown);
        return line < 0 ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /** The HTML; empty if the text nests quotes, lists or emphasis too deeply. */
    Optional<Rendered> render(String markdown);

    /**
     * The words alone, without any markup, white space folded: what a reader of the HTML would see. Empty if the text
     * nests too deeply.
     */
    Optional<String> plain(String markdown);
}
