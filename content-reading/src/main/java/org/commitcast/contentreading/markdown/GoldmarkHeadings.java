package org.commitcast.contentreading.markdown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;

/** Gives headings the ids that Hugo makes of their source, markup included, and the attributes that they say. */
final class GoldmarkHeadings extends AbstractVisitor {

    private static final Pattern ATTRIBUTES = Pattern.compile("[ \\t]*\\{([^{}\\n]{1,1000})\\}[ \\t]*$");
    private static final Pattern MARKS = Pattern.compile("^#{1,6}[ \\t]*|[ \\t]+#+[ \\t]*$");

    private final SourceLines lines;
    private final NodeAttributes attributes;
    private final boolean generated;
    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    GoldmarkHeadings(SourceLines lines, NodeAttributes attributes, boolean generated) {
        this.lines = lines;
        this.attributes = attributes;
        this.generated = generated;
    }

    @Override
    public void visit(Heading heading) {
        var source = source(heading);
        var said = ATTRIBUTES.matcher(source);
        if (said.find() && heading.getLastChild() instanceof Text last) {
            var inText = ATTRIBUTES.matcher(last.getLiteral());
            if (inText.find()) {
                attributes.add(heading, AttributeList.parse(said.group(1)));
                last.setLiteral(last.getLiteral().substring(0, inText.start()));
                source = source.substring(0, said.start());
            }
        }
        if (generated && !attributes.has(heading, "id")) {
            attributes.add(heading, Map.of("id", unique(id(source))));
        }
        visitChildren(heading);
    }

    /** Of a heading with several lines the last one counts. */
    private String source(Heading heading) {
        var own = lines.of(heading);
        if (own.isEmpty()) {
            return "";
        }
        var underlined = own.size() > 1;
        var line = own.get(underlined ? own.size() - 2 : 0);
        return underlined
                ? line.strip()
                : MARKS.matcher(line.strip()).replaceAll("").strip();
    }

    private static String id(String source) {
        var id = new StringBuilder();
        source.codePoints().forEach(c -> {
            if (Character.isLetter(c)
                    || Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                    || c == '_'
                    || c == '-') {
                id.appendCodePoint(Character.toLowerCase(c));
            } else if (c == ' ') {
                id.append('-');
            }
        });
        return id.isEmpty() ? "heading" : id.toString();
    }

    private String unique(String id) {
        var candidate = id;
        while (!used.add(candidate)) {
            candidate = id + "-" + counts.merge(id, 1, Integer::sum);
        }
        return candidate;
    }
}
