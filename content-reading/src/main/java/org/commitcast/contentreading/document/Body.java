package org.commitcast.contentreading.document;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentevents.Chapter;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.frontmatter.ParsedSource;
import org.commitcast.contentreading.html.ContentHtml;
import org.commitcast.contentreading.markdown.MarkdownRenderer;
import org.commitcast.contentreading.site.FieldValues;
import org.commitcast.contentreading.site.SiteRules;
import org.commitcast.contentreading.xml.XmlText;

/**
 * What follows the front matter, rendered.
 *
 * @param summary the excerpt, rendered; empty text where there is none
 */
record Body(String html, String summary, List<Chapter> chapters) {

    private static final Body NONE = new Body("", "", List.of());

    static Body read(
            ParsedSource source, BodyText texts, FieldValues values, String url, SiteRules rules, Findings findings) {
        var body = clean(source, findings);
        var text = texts.resolved(body, source.bodyLine(), findings);
        // The excerpt is a part of what was reported on already.
        var excerpt = texts.resolved(excerpt(source, body, values, rules), 1, new Findings(""));
        var page = url.startsWith("http") ? url : null;
        var tooCostly = MarkdownRenderer.tooCostly(text.text());
        if (tooCostly.isPresent()) {
            findings.error(
                    "markdown.too-costly",
                    new Position(source.bodyLine() + tooCostly.getAsInt(), 1),
                    "This paragraph has too many lines, or too many < and ` for its length, to be rendered; put blank lines"
                            + " into it.");
            return NONE;
        }
        var content = texts.rendered(text);
        var beginning = excerpt.equals(text) ? content : texts.rendered(excerpt);
        if (content.isEmpty() || beginning.isEmpty()) {
            findings.error(
                    "markdown.too-deep",
                    new Position(source.bodyLine(), 1),
                    "The text nests quotes, lists or emphasis more than " + MarkdownRenderer.MAX_DEPTH
                            + " levels deep; make it flatter.");
            return NONE;
        }
        var finish = new ContentHtml(rules.htmlPolicy());
        var html = finish.finish(content.get().html(), page);
        return new Body(
                html,
                excerpt.equals(text)
                        ? html.strip()
                        : finish.finish(beginning.get().html(), page).strip(),
                content.get().chapters().stream()
                        .sorted(Comparator.comparingLong(Chapter::startSeconds))
                        .toList());
    }

    /** To Jekyll a blank line with a carriage return is no blank line, and so separates nothing. */
    private static String excerpt(ParsedSource source, String body, FieldValues values, SiteRules rules) {
        var written = source.returns() ? body.replace("\n", "\r\n") : body;
        var excerpt = rules.generator().excerpt(written, values.map());
        return source.returns() ? excerpt.replace("\r\n", "\n") : excerpt;
    }

    private static String clean(ParsedSource source, Findings findings) {
        var at = XmlText.firstForbidden(source.body());
        if (at < 0) {
            return source.body();
        }
        var before = source.body().substring(0, at);
        findings.warning(
                "content.control-character",
                new Position(
                        source.bodyLine()
                                + (int) before.chars().filter(c -> c == '\n').count(),
                        at - before.lastIndexOf('\n')),
                "An invisible control character is left out: feeds cannot carry it. Delete it from the file.");
        return XmlText.strip(source.body());
    }

    Optional<String> excerpt() {
        return Optional.of(summary).filter(text -> !text.isEmpty());
    }
}
