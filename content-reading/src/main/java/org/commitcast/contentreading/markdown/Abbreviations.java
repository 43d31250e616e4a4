package org.commitcast.contentreading.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Short words that the text explains once, {@code *[HTML]: HyperText}, and uses in many places.
 *
 * @see <a href="https://kramdown.gettalong.org/syntax.html#abbreviations">abbreviations</a>
 */
final class Abbreviations {

    private static final int MAX = 200;
    private static final Pattern DEFINITION = Pattern.compile("(?m)^ {0,3}\\*\\[([^\\]\\n]{1,100})\\]:(.*)$");

    private final Map<String, String> meanings = new LinkedHashMap<>();

    /** Takes the explanations out of a text; their lines stay empty. */
    String taken(String source) {
        if (!source.contains("*[")) {
            return source;
        }
        return DEFINITION.matcher(source).replaceAll(definition -> {
            if (meanings.size() < MAX) {
                meanings.put(definition.group(1), definition.group(2).strip());
            }
            return "";
        });
    }

    void mark(Node document) {
        if (meanings.isEmpty()) {
            return;
        }
        var names = meanings.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        var use = Pattern.compile("(?<![\\p{L}\\p{N}_])(?:" + names + ")(?![\\p{L}\\p{N}_])");
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                split(text, use);
            }
        });
    }

    private void split(Text text, Pattern use) {
        var literal = text.getLiteral();
        var uses = use.matcher(literal);
        var from = 0;
        while (uses.find()) {
            text.insertBefore(new Text(literal.substring(from, uses.start())));
            text.insertBefore(new Abbreviation(uses.group(), meanings.getOrDefault(uses.group(), "")));
            from = uses.end();
        }
        text.setLiteral(literal.substring(from));
    }
}
