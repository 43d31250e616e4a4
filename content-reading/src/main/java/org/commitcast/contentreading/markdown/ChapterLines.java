package org.commitcast.contentreading.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.contentevents.Chapter;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Finds the lines that begin with {@code [@MM:SS]} or {@code [@HH:MM:SS]}, as show notes mark chapters. */
final class ChapterLines extends AbstractVisitor {

    private static final Pattern LINE = Pattern.compile(
            "^\\s*\\[@(?:(\\d{1,2}):)?(\\d{1,3}):(\\d{2})(?:\\]|(?=\\s))\\s*(?:[-–—:|.]+\\s+)?(.*)$", Pattern.DOTALL);

    private final List<Chapter> chapters = new ArrayList<>();

    List<Chapter> in(Node document) {
        document.accept(this);
        return chapters;
    }

    @Override
    public void visit(Paragraph paragraph) {
        lines(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        lines(heading);
    }

    private void lines(Node block) {
        var line = new Line();
        for (var node = block.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                line.chapter().ifPresent(chapters::add);
                line = new Line();
            } else {
                line.add(node);
            }
        }
        line.chapter().ifPresent(chapters::add);
    }

    /** The text of one line and its first link. */
    private static final class Line {
        private final StringBuilder text = new StringBuilder();
        private @Nullable String link;

        void add(Node node) {
            if (node instanceof Text literal) {
                text.append(literal.getLiteral());
            } else if (node instanceof Code code) {
                text.append(code.getLiteral());
            } else if (node instanceof Verbatim verbatim) {
                text.append(verbatim.literal());
            } else if (node instanceof Link found
                    && link == null
                    && found.getDestination().startsWith("http")) {
                link = found.getDestination();
            }
            // A link at the beginning took the brackets of the time for its own.
            if (node instanceof Link && text.toString().isBlank()) {
                text.append('[');
            }
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
                add(child);
            }
        }

        Optional<Chapter> chapter() {
            if (text.indexOf("[@") < 0) {
                return Optional.empty();
            }
            var match = LINE.matcher(text);
            if (!match.matches()
                    || Integer.parseInt(match.group(3)) > 59
                    || (match.group(1) != null && Integer.parseInt(match.group(2)) > 59)) {
                return Optional.empty();
            }
            var hours = match.group(1) == null ? 0 : Long.parseLong(match.group(1));
            var start = hours * 3600 + Long.parseLong(match.group(2)) * 60 + Long.parseLong(match.group(3));
            var title = match.group(4).replaceAll("\\s+", " ").strip();
            return title.isEmpty() ? Optional.empty() : Optional.of(new Chapter(start, title, link));
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (!(node instanceof TableCell)) {
            visitChildren(node);
        }
    }
}
