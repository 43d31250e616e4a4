package org.commitcast.contentreading.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Puts a table of contents where a list says {@code {:toc}}.
 *
 * @see <a href="https://kramdown.gettalong.org/converter/html.html#toc">the table of contents</a>
 */
final class Contents extends AbstractVisitor {

    private final NodeAttributes attributes;
    private final List<Heading> headings = new ArrayList<>();
    private final List<ListBlock> places = new ArrayList<>();

    private final ListShapes lists;

    private Contents(NodeAttributes attributes, ListShapes lists) {
        this.attributes = attributes;
        this.lists = lists;
    }

    /** Needs the headings' ids. */
    static void place(Node document, NodeAttributes attributes, ListShapes lists) {
        var contents = new Contents(attributes, lists);
        document.accept(contents);
        // One is enough for a page, and many would each be as long as the text.
        contents.places.stream().findFirst().ifPresent(contents::fill);
    }

    @Override
    public void visit(Heading heading) {
        if (attributes.has(heading, "id") && !attributes.hasClass(heading, "no_toc")) {
            headings.add(heading);
        }
    }

    @Override
    public void visit(BulletList list) {
        list(list);
    }

    @Override
    public void visit(OrderedList list) {
        list(list);
    }

    private void list(ListBlock list) {
        if (attributes.isNamed(list, "toc")) {
            places.add(list);
        } else {
            visitChildren(list);
        }
    }

    private void fill(ListBlock place) {
        while (place.getFirstChild() != null) {
            place.getFirstChild().unlink();
        }
        attributes.add(place, Map.of("id", "markdown-toc"));
        var open = new ArrayList<Level>();
        for (var heading : headings) {
            while (!open.isEmpty() && last(open).level >= heading.getLevel()) {
                open.remove(open.size() - 1);
            }
            var list = open.isEmpty() ? place : last(open).inner(place);
            var item = new ListItem();
            var text = new Paragraph();
            lists.setBare(text);
            text.appendChild(link(heading));
            item.appendChild(text);
            list.appendChild(item);
            open.add(new Level(heading.getLevel(), item));
        }
    }

    private static Level last(List<Level> open) {
        return open.get(open.size() - 1);
    }

    private Node link(Heading heading) {
        var id = attributes.get(heading, "id");
        var link = new Link("#" + id, null);
        attributes.add(link, Map.of("id", "markdown-toc-" + id));
        words(heading, link);
        return link;
    }

    /** A heading's content without links and notes: links cannot be inside of links. */
    private static void words(Node from, Node to) {
        for (var node = from.getFirstChild(); node != null; node = node.getNext()) {
            var copy = copy(node);
            if (copy == null) {
                words(node, to);
            } else {
                to.appendChild(copy);
                words(node, copy);
            }
        }
    }

    private static @Nullable Node copy(Node node) {
        if (node instanceof Text text) {
            return new Text(text.getLiteral());
        }
        if (node instanceof Code code) {
            return new Code(code.getLiteral());
        }
        if (node instanceof Verbatim verbatim) {
            return new Verbatim(verbatim.literal());
        }
        if (node instanceof Emphasis) {
            return new Emphasis();
        }
        if (node instanceof StrongEmphasis) {
            return new StrongEmphasis();
        }
        return node instanceof HtmlInline || node instanceof Image ? new Text("") : null;
    }

    /** A heading's item and the list below it. */
    private record Level(int level, ListItem item) {

        Node inner(ListBlock model) {
            if (item.getLastChild() instanceof ListBlock inner) {
                return inner;
            }
            var inner = model instanceof OrderedList ? new OrderedList() : new BulletList();
            item.appendChild(inner);
            return inner;
        }
    }
}
