package org.commitcast.contentreading.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/**
 * Makes tables of paragraphs whose every line has a pipe, as kramdown does without asking for a header row.
 *
 * @see <a href="https://kramdown.gettalong.org/syntax.html#tables">the syntax</a>
 */
final class PipeTables extends AbstractVisitor {

    // Short rows are filled up to the longest one: without a limit, that would multiply.
    private static final int MAX_COLUMNS = 100;
    private static final Pattern SEPARATOR = Pattern.compile("[+|: \\t]*+-[+|: \\t-]*+");
    private static final Pattern CODE = Pattern.compile("(`++)(?:(?!\\1).)*\\1|<code.*?</code>");

    private final SourceLines lines;
    private final Parser inline;

    /** @param inline reads inline content only */
    PipeTables(SourceLines lines, Parser inline) {
        this.lines = lines;
        this.inline = inline;
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (paragraph.getPrevious() instanceof Block above && !lines.blankBetween(above, paragraph)) {
            return;
        }
        var source = lines.of(paragraph);
        if (source.isEmpty() || !source.stream().allMatch(PipeTables::hasPipe)) {
            return;
        }
        var rows = source.stream()
                .filter(line -> !SEPARATOR.matcher(line).matches())
                .map(PipeTables::cells)
                .toList();
        var columns = rows.stream().mapToInt(List::size).max().orElse(0);
        if (columns > 0 && columns <= MAX_COLUMNS) {
            paragraph.insertBefore(table(rows, columns));
            paragraph.unlink();
        }
    }

    private TableBlock table(List<List<String>> rows, int columns) {
        var body = new TableBody();
        for (var cells : rows) {
            var row = new TableRow();
            for (var i = 0; i < columns; i++) {
                row.appendChild(cell(i < cells.size() ? cells.get(i) : ""));
            }
            body.appendChild(row);
        }
        var table = new TableBlock();
        table.appendChild(body);
        return table;
    }

    private Node cell(String source) {
        var cell = new TableCell();
        var parsed = inline.parse(source).getFirstChild();
        while (parsed != null && parsed.getFirstChild() != null) {
            cell.appendChild(parsed.getFirstChild());
        }
        return cell;
    }

    private static boolean hasPipe(String line) {
        return line.indexOf('|') >= 0 && !pipes(line).isEmpty();
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var stripped = line.strip();
        var from = 0;
        for (var at : pipes(stripped)) {
            if (at > 0) {
                cells.add(text(stripped.substring(from, at)));
            }
            from = at + 1;
        }
        if (!stripped.substring(from).isBlank()) {
            cells.add(text(stripped.substring(from)));
        }
        return cells;
    }

    private static String text(String cell) {
        return cell.replace("\\|", "|").strip();
    }

    /** Where the pipes are that are neither escaped nor code. */
    private static List<Integer> pipes(String line) {
        var pipes = new ArrayList<Integer>();
        var code = CODE.matcher(line);
        var inCode = code.find();
        for (var at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1)) {
            while (inCode && code.end() <= at) {
                inCode = code.find();
            }
            var plain = !inCode || at < code.start();
            if (plain && (at == 0 || line.charAt(at - 1) != '\\')) {
                pipes.add(at);
            }
        }
        return pipes;
    }
}
