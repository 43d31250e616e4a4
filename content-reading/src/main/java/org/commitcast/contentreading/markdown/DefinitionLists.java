package org.commitcast.contentreading.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;

/** Makes lists of what stands behind colons and of the paragraphs above, each line of which is a term. */
final class DefinitionLists extends AbstractVisitor {

    private final List<DefinitionDetails> found = new ArrayList<>();

    static void in(Node document) {
        var lists = new DefinitionLists();
        document.accept(lists);
        lists.found.forEach(DefinitionLists::take);
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof DefinitionDetails details) {
            found.add(details);
        }
        visitChildren(block);
    }

    private static void take(DefinitionDetails details) {
        var above = details.getPrevious();
        if (above instanceof Paragraph terms) {
            var list = terms.getPrevious() instanceof DefinitionList known ? known : new DefinitionList();
            if (list.getParent() == null) {
                terms.insertBefore(list);
            }
            terms(terms).forEach(list::appendChild);
            terms.unlink();
            list.appendChild(details);
        } else if (above instanceof DefinitionList list) {
            list.appendChild(details);
        }
    }

    private static List<DefinitionTerm> terms(Paragraph lines) {
        var terms = new ArrayList<DefinitionTerm>();
        var term = new DefinitionTerm();
        terms.add(term);
        for (var node = lines.getFirstChild(); node != null; ) {
            var next = node.getNext();
            if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                term = new DefinitionTerm();
                terms.add(term);
            } else {
                term.appendChild(node);
            }
            node = next;
        }
        return terms;
    }
}
