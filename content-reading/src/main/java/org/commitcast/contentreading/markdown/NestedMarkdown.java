package org.commitcast.contentreading.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;

/** Reads the Markdown in HTML elements that ask for it by {@code markdown="1"}, {@code "block"} or {@code "span"}. */
final class NestedMarkdown extends AbstractVisitor {

    private static final Pattern ASKING = Pattern.compile(
            "<([A-Za-z][\\w:.-]*+)((?:\\s[^<>]*?)?)\\smarkdown=([\"']?)(1|block|span)\\3((?:\\s[^<>]*)?)>",
            Pattern.CASE_INSENSITIVE);

    private final BiFunction<String, Boolean, Node> parser;

    /** @param parser makes a tree of a text, of its lines only if so asked */
    NestedMarkdown(BiFunction<String, Boolean, Node> parser) {
        this.parser = parser;
    }

    @Override
    public void visit(HtmlBlock html) {
        var literal = html.getLiteral();
        if (!literal.contains("markdown=")) {
            return;
        }
        var parts = parts(literal);
        if (parts.size() > 1) {
            parts.forEach(html::insertBefore);
            html.unlink();
        }
    }

    private List<Node> parts(String literal) {
        var parts = new ArrayList<Node>();
        var tag = ASKING.matcher(literal);
        var from = 0;
        while (tag.find(from)) {
            var name = tag.group(1);
            var end = new HtmlDepth(name).end(literal, tag.start());
            var closing = end < 0 ? literal.length() : literal.lastIndexOf("</", end - 1);
            if (closing < tag.end()) {
                break;
            }
            parts.add(html(literal.substring(from, tag.start()) + "<" + name + tag.group(2) + tag.group(5) + ">"));
            var kind = tag.group(4);
            var lines = kind.equals("span") || (kind.equals("1") && HtmlTags.holdsLines(name));
            var inner = parser.apply(literal.substring(tag.end(), closing), lines);
            for (var child = inner.getFirstChild(); child != null; child = inner.getFirstChild()) {
                child.unlink();
                parts.add(child);
            }
            from = closing;
        }
        parts.add(html(literal.substring(from)));
        return parts;
    }

    private static Node html(String literal) {
        var html = new HtmlBlock();
        html.setLiteral(literal);
        return html;
    }
}
