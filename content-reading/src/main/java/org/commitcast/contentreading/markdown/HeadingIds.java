package org.commitcast.contentreading.markdown;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Gives each heading the id that kramdown's GFM parser gives it, so that links to sections stay good. */
final class HeadingIds extends AbstractVisitor {

    private static final Pattern NOT_IN_ID = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}\\p{Pc}\\- \\t]");
    private static final Pattern EXPLICIT = Pattern.compile("[ \\t]+\\{#([A-Za-z][\\w:-]*)\\}\\s*$");

    private final NodeAttributes attributes;
    private final Map<String, Integer> used = new HashMap<>();

    HeadingIds(NodeAttributes attributes) {
        this.attributes = attributes;
    }

    @Override
    public void visit(Heading heading) {
        if (heading.getLastChild() instanceof Text last) {
            var explicit = EXPLICIT.matcher(last.getLiteral());
            if (explicit.find()) {
                attributes.add(heading, Map.of("id", explicit.group(1)));
                last.setLiteral(last.getLiteral().substring(0, explicit.start()));
            }
        }
        if (!attributes.has(heading, "id")) {
            var id = generated(text(heading, new StringBuilder()));
            if (!id.isEmpty()) {
                attributes.add(heading, Map.of("id", id));
            }
        }
    }

    private String generated(CharSequence text) {
        var id = NOT_IN_ID
                .matcher(text.toString().toLowerCase(Locale.ROOT))
                .replaceAll("")
                .replaceAll("[ \\t]", "-");
        var count = used.merge(id, 0, (old, zero) -> old + 1);
        return count == 0 ? id : id + "-" + count;
    }

    private static CharSequence text(Node parent, StringBuilder text) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text literal) {
                text.append(literal.getLiteral());
            } else if (node instanceof Code code) {
                text.append(code.getLiteral());
            } else if (node instanceof Verbatim verbatim) {
                text.append(verbatim.literal());
            } else if (node instanceof SoftLineBreak) {
                text.append(' ');
            } else if (!(node instanceof Image)) {
                text(node, text);
            }
        }
        return text;
    }
}
