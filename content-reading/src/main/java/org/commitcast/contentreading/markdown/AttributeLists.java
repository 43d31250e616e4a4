package org.commitcast.contentreading.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Gives attribute lists to what they stand behind (or, alone on a line, below or above). */
final class AttributeLists extends AbstractVisitor {

    private final NodeAttributes attributes;

    AttributeLists(NodeAttributes attributes) {
        this.attributes = attributes;
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof AttributeList list) {
            place(list);
        } else {
            visitChildren(node);
        }
    }

    private void place(AttributeList list) {
        var defined = list.defined();
        if (defined != null) {
            attributes.define(defined, list);
            removeLine(list);
        } else {
            placeOnNodes(list);
        }
    }

    private void placeOnNodes(AttributeList list) {
        var before = list.getPrevious();
        if (before == null || before instanceof SoftLineBreak) {
            placeOnBlock(list);
        } else if (!(before instanceof Text) && !(before instanceof AttributeList)) {
            attributes.add(before, list);
            list.unlink();
        }
    }

    private static void removeLine(AttributeList list) {
        var block = list.getParent();
        if (list.getNext() instanceof SoftLineBreak after) {
            after.unlink();
        } else if (list.getPrevious() instanceof SoftLineBreak before) {
            before.unlink();
        }
        list.unlink();
        if (block instanceof Paragraph && block.getFirstChild() == null) {
            block.unlink();
        }
    }

    private void placeOnBlock(AttributeList list) {
        var block = list.getParent();
        if (block == null || (list.getNext() != null && !(list.getNext() instanceof SoftLineBreak))) {
            return;
        }
        var before = list.getPrevious();
        var after = list.getNext();
        if (before != null && after == null) {
            attributes.add(owner(block), list);
            before.unlink();
        } else if (before == null && after != null) {
            attributes.add(block, list);
            after.unlink();
        } else if (block.getParent() instanceof ListItem item && block.getPrevious() == null) {
            attributes.add(item, list);
        } else if (before == null) {
            placeOnNeighbour(block, list);
        }
        list.unlink();
        if (block.getFirstChild() == null && block instanceof Paragraph) {
            block.unlink();
        }
    }

    /** A line right below a list's text belongs to the list. */
    private static Node owner(Node block) {
        var owner = block;
        while (owner.getParent() instanceof ListItem item && item.getParent() instanceof ListBlock outer) {
            owner = outer;
        }
        return owner.getParent() instanceof DefinitionDetails details
                        && details.getParent() instanceof DefinitionList list
                ? list
                : owner;
    }

    private void placeOnNeighbour(Node block, AttributeList list) {
        if (block.getPrevious() != null && adjacent(block.getPrevious(), block)) {
            attributes.add(block.getPrevious(), list);
        } else if (block.getNext() != null) {
            attributes.add(block.getNext(), list);
        }
    }

    private static boolean adjacent(Node upper, Node lower) {
        var above = upper.getSourceSpans();
        var below = lower.getSourceSpans();
        return above.isEmpty()
                || below.isEmpty()
                || above.get(above.size() - 1).getLineIndex() + 1
                        >= below.get(0).getLineIndex();
    }
}
