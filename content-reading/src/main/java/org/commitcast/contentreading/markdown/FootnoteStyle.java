package org.commitcast.contentreading.markdown;

import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** How a generator writes footnotes; readers' links into the page depend on it. */
enum FootnoteStyle {
    KRAMDOWN {
        @Override
        String id(String label, int number) {
            return label;
        }

        @Override
        String reference(String label, int number, int use) {
            return "<sup id=\"fnref:" + label + (use > 1 ? ":" + (use - 1) : "")
                    + "\" role=\"doc-noteref\"><a href=\"#fn:" + label
                    + "\" class=\"footnote\" rel=\"footnote\">" + number + "</a></sup>";
        }

        @Override
        String backLink(String label, int number, int use) {
            return "\u00A0<a href=\"#fnref:" + label + (use > 1 ? ":" + (use - 1) : "")
                    + "\" class=\"reversefootnote\" role=\"doc-backlink\">&#8617;"
                    + (use > 1 ? "<sup>" + use + "</sup>" : "") + "</a>";
        }

        @Override
        Node alone(String backLinks) {
            var paragraph = new Paragraph();
            paragraph.appendChild(html(backLinks.substring(1)));
            return paragraph;
        }

        @Override
        String opening() {
            return "<ol>";
        }

        @Override
        String item() {
            return " role=\"doc-endnote\"";
        }
    },
    GOLDMARK {
        @Override
        String id(String label, int number) {
            return String.valueOf(number);
        }

        @Override
        String reference(String label, int number, int use) {
            return "<sup id=\"" + mark(number, use) + "\"><a href=\"#fn:" + number
                    + "\" class=\"footnote-ref\" role=\"doc-noteref\">" + number + "</a></sup>";
        }

        @Override
        String backLink(String label, int number, int use) {
            return "\u00A0<a href=\"#" + mark(number, use)
                    + "\" class=\"footnote-backref\" role=\"doc-backlink\">&#x21a9;&#xfe0e;</a>";
        }

        @Override
        Node alone(String backLinks) {
            return html(backLinks);
        }

        @Override
        String opening() {
            return "<hr />\n<ol>";
        }

        @Override
        String item() {
            return "";
        }

        private String mark(int number, int use) {
            return "fnref" + (use > 1 ? String.valueOf(use - 1) : "") + ":" + number;
        }
    };

    /** What a footnote's address ends in. */
    abstract String id(String label, int number);

    /** The mark in the text; {@code use} counts the places that refer to the same note. */
    abstract String reference(String label, int number, int use);

    /** The way back, behind one character of space. */
    abstract String backLink(String label, int number, int use);

    /** The way back where there is no paragraph that it could stand behind. */
    abstract Node alone(String backLinks);

    abstract String opening();

    /** Attributes of each note. */
    abstract String item();

    static Node html(String literal) {
        var html = new HtmlInline();
        html.setLiteral(literal);
        return html;
    }
}
