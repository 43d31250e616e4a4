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

    private static final Pattern SEPARATOR = Pattern.compile("[+|: \\t-]*-[+|: \\t-]*");
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
        if (source.isEmpty() || !source.stream().allMatch(line -> pipe(line, 0) >= 0)) {
            return;
        }
        var rows = source.stream()
                .filter(line -> !SEPARATOR.matcher(line).matches())
                .map(PipeTables::cells)
                .toList();
        if (!rows.isEmpty()) {
            paragraph.insertBefore(table(rows));
            paragraph.unlink();
        }
    }

    private TableBlock table(List<List<String>> rows) {
        var columns = rows.stream().mapToInt(List::size).max().orElse(0);
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

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var stripped = line.strip();
        var from = stripped.startsWith("|") ? 1 : 0;
        for (var at = pipe(stripped, from); at >= 0; at = pipe(stripped, from)) {
            cells.add(stripped.substring(from, at).replace("\\|", "|").strip());
            from = at + 1;
        }
        if (!stripped.substring(from).isBlank()) {
            cells.add(stripped.substring(from).replace("\\|", "|").strip());
        }
        return cells;
    }

    /** The next pipe that is neither escaped nor code; -1 if there is none. */
    private static int pipe(String line, int from) {
        var code = CODE.matcher(line);
        var codeStart = code.find(from) ? code.start() : line.length();
        for (var at = line.indexOf('|', from); at >= 0; at = line.indexOf('|', at + 1)) {
            while (codeStart < at && code.end() <= at) {
                codeStart = code.find() ? code.start() : line.length();
            }
            var inCode = codeStart < at;
            if (!inCode && (at == 0 || line.charAt(at - 1) != '\\')) {
                return at;
            }
        }
        return -1;
    }
}
