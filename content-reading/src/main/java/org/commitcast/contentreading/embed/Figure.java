package org.commitcast.contentreading.embed;

/**
 * A picture with what stands below it.
 *
 * @param caption empty for none; so is {@code title}
 * @param link where the picture leads; empty for nowhere
 */
public record Figure(String source, String alternative, String title, String caption, String link) {

    /** On one line, so that it stays one piece of HTML in a text. */
    public String html() {
        var image = "<img src=\"" + EmbeddedPage.escaped(source) + "\" alt=\""
                + EmbeddedPage.escaped(alternative.isEmpty() ? caption : alternative) + "\">";
        var linked = link.isEmpty() ? image : "<a href=\"" + EmbeddedPage.escaped(link) + "\">" + image + "</a>";
        var heading = title.isEmpty() ? "" : "<h4>" + EmbeddedPage.escaped(title) + "</h4>";
        var text = caption.isEmpty() ? "" : "<p>" + EmbeddedPage.escaped(caption) + "</p>";
        var below = heading.isEmpty() && text.isEmpty() ? "" : "<figcaption>" + heading + text + "</figcaption>";
        return "<figure>" + linked + below + "</figure>";
    }
}
