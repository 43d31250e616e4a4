package org.commitcast.contentreading.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Numbers footnotes by their first use, moves what they say to the end, and links both ways. Unused ones vanish. */
final class Footnotes extends AbstractVisitor {

    private final FootnoteStyle style;
    private final List<FootnoteDefinition> found = new ArrayList<>();
    private final List<FootnoteDefinition> used = new ArrayList<>();
    private final Map<FootnoteDefinition, Use> uses = new HashMap<>();

    private Footnotes(FootnoteStyle style) {
        this.style = style;
    }

    /** Which number a footnote has, and how often the text refers to it. */
    private record Use(int number, int count) {}

    static void place(Node document, FootnoteStyle style) {
        var notes = new Footnotes(style);
        document.accept(notes);
        notes.found.forEach(Node::unlink);
        // A note may refer to another one, which is then the next in the list.
        for (var i = 0; i < notes.used.size(); i++) {
            notes.visitChildren(notes.used.get(i));
        }
        if (!notes.used.isEmpty()) {
            document.appendChild(notes.list());
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof FootnoteDefinition definition) {
            found.add(definition);
        } else {
            visitChildren(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof FootnoteReference reference) {
            var definition = reference.definition();
            var use = uses.merge(
                    definition, new Use(used.size() + 1, 1), (old, first) -> new Use(old.number, old.count + 1));
            if (use.count == 1) {
                used.add(definition);
            }
            reference.insertBefore(FootnoteStyle.html(style.reference(definition.label(), use.number, use.count)));
            reference.unlink();
        } else {
            visitChildren(node);
        }
    }

    private Node list() {
        var list = new FootnoteList();
        for (var definition : used) {
            var use = uses.getOrDefault(definition, new Use(0, 0));
            var back = new StringBuilder();
            for (var count = 1; count <= use.count; count++) {
                back.append(style.backLink(definition.label(), use.number, count));
            }
            if (definition.getLastChild() instanceof Paragraph last) {
                last.appendChild(FootnoteStyle.html(back.toString()));
            } else {
                definition.appendChild(style.alone(back.toString()));
            }
            list.appendChild(definition);
        }
        return list;
    }
}
