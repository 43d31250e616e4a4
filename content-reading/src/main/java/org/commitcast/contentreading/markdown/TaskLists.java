package org.commitcast.contentreading.markdown;

import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Items that begin with {@code [ ]} or {@code [x]} get a box. */
final class TaskLists extends AbstractVisitor {

    private static final Pattern BOX = Pattern.compile("\\[([ xX])\\]\\s+(?=\\S)");

    private final String open;
    private final String done;
    private final @Nullable NodeAttributes classes;

    private TaskLists(String open, String done, @Nullable NodeAttributes classes) {
        this.open = open;
        this.done = done;
        this.classes = classes;
    }

    /** As kramdown writes them, with classes for the list and all of its items. */
    static TaskLists kramdown(NodeAttributes attributes) {
        var box = "<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled=\"disabled\"";
        return new TaskLists(box + " />", box + " checked=\"checked\" />", attributes);
    }

    /** As goldmark writes them. */
    static TaskLists goldmark() {
        return new TaskLists(
                "<input disabled=\"\" type=\"checkbox\"> ",
                "<input checked=\"\" disabled=\"\" type=\"checkbox\"> ",
                null);
    }

    @Override
    public void visit(BulletList list) {
        tasks(list);
    }

    @Override
    public void visit(OrderedList list) {
        tasks(list);
    }

    private void tasks(ListBlock list) {
        var any = false;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            any |= item.getFirstChild() instanceof Paragraph text
                    && text.getFirstChild() instanceof Text first
                    && boxed(first);
        }
        if (any && classes != null) {
            classes.add(list, Map.of("class", "task-list"));
            for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
                classes.add(item, Map.of("class", "task-list-item"));
            }
        }
        visitChildren(list);
    }

    private boolean boxed(Text first) {
        var box = BOX.matcher(first.getLiteral());
        if (!box.lookingAt()) {
            return false;
        }
        var html = new HtmlInline();
        html.setLiteral(box.group(1).isBlank() ? open : done);
        first.insertBefore(html);
        first.setLiteral(first.getLiteral().substring(box.end()));
        return true;
    }
}
