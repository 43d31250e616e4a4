package org.commitcast.contentreading.markdown;

import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * What lines inside a table mean: one of dashes begins another body, one of equals signs the foot, and an attribute
 * list below the table is about the table.
 *
 * @see <a href="https://kramdown.gettalong.org/syntax.html#tables">tables</a>
 */
final class TableParts extends AbstractVisitor {

    private static final Pattern DASHES = Pattern.compile("\\s*:?-+:?\\s*");
    private static final Pattern EQUALS = Pattern.compile("\\s*=+\\s*");

    private final NodeAttributes attributes;

    TableParts(NodeAttributes attributes) {
        this.attributes = attributes;
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableBody body) {
            split(body);
        } else {
            visitChildren(node);
        }
    }

    private void split(TableBody body) {
        Node part = body;
        for (var row = body.getFirstChild(); row != null; ) {
            var next = row.getNext();
            if (onlyCell(row) instanceof AttributeList list && list.getNext() == null) {
                attributes.add(body.getParent(), list);
                row.unlink();
            } else if (consistsOf(row, DASHES)) {
                part = next(part, new TableBody());
                row.unlink();
            } else if (consistsOf(row, EQUALS)) {
                part = next(part, new TableFoot());
                row.unlink();
            } else if (part != body) {
                part.appendChild(row);
            }
            row = next;
        }
        if (body.getFirstChild() == null) {
            body.unlink();
        }
    }

    private static Node next(Node part, Node next) {
        part.insertAfter(next);
        return next;
    }

    private static Node onlyCell(Node row) {
        Node only = row;
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell.getFirstChild() != null) {
                if (only != row) {
                    return row;
                }
                only = cell.getFirstChild();
            }
        }
        return only;
    }

    private static boolean consistsOf(Node row, Pattern line) {
        var any = false;
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            var content = cell.getFirstChild();
            var fits = content == null
                    || (content instanceof Text text
                            && text.getNext() == null
                            && line.matcher(text.getLiteral()).matches());
            if (!fits) {
                return false;
            }
            any |= content != null;
        }
        return any && row instanceof TableRow && row.getFirstChild() instanceof TableCell;
    }
}
