package org.commitcast.contentreading.markdown;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/**
 * Shapes lists as kramdown does: neighbouring lists with different marks are one, numbers always count from 1, and
 * each item decides for itself whether its text is a paragraph.
 */
final class ListShapes extends AbstractVisitor {

    private final Set<Node> withoutParagraph = Collections.newSetFromMap(new IdentityHashMap<>());
    private SourceLines lines = new SourceLines("");

    /** Shapes the lists of a tree that was made of these lines. */
    void shape(Node document, SourceLines source) {
        lines = source;
        document.accept(this);
    }

    /** Says that a paragraph is an item's text without being a paragraph of its own. */
    void setBare(Paragraph paragraph) {
        withoutParagraph.add(paragraph);
    }

    /** Whether a paragraph is an item's text without being a paragraph of its own. */
    boolean isBareText(Paragraph paragraph) {
        return withoutParagraph.contains(paragraph);
    }

    @Override
    public void visit(BulletList list) {
        while (list.getNext() instanceof BulletList next) {
            takeItems(list, next);
        }
        shape(list);
    }

    @Override
    public void visit(OrderedList list) {
        while (list.getNext() instanceof OrderedList next) {
            takeItems(list, next);
        }
        list.setMarkerStartNumber(1);
        shape(list);
    }

    private static void takeItems(ListBlock list, ListBlock next) {
        while (next.getFirstChild() != null) {
            list.appendChild(next.getFirstChild());
        }
        next.unlink();
    }

    private void shape(ListBlock list) {
        var anyBare = false;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var last = item.getNext() == null;
            var single = last && item.getPrevious() == null;
            if (!(item.getFirstChild() instanceof Paragraph text)) {
                anyBare = true;
                continue;
            }
            var open = lines.blankAfter(text) && !(last && text.getNext() == null);
            if (!open && (!last || single || anyBare)) {
                withoutParagraph.add(text);
                anyBare = true;
            }
        }
        visitChildren(list);
    }
}
