package org.commitcast.contentreading.html;

import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;

/** Writes HTML with no more escapes than it needs: the sanitiser's own writer turns harmless {@code @} into numbers. */
final class HtmlText implements HtmlStreamEventReceiver {

    private final StringBuilder out = new StringBuilder();

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String name, List<String> attributes) {
        out.append('<').append(name);
        for (var i = 0; i + 1 < attributes.size(); i += 2) {
            var key = attributes.get(i);
            out.append(' ').append(key);
            if (!key.equals("open")) {
                out.append("=\"");
                escaped(attributes.get(i + 1), true);
                out.append('"');
            }
        }
        out.append('>');
    }

    @Override
    public void closeTag(String name) {
        out.append("</").append(name).append('>');
    }

    @Override
    public void text(String text) {
        escaped(text, false);
    }

    private void escaped(String text, boolean quoted) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                case '\u00A0' -> out.append("&#xa0;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
