package org.commitcast.contentreading.markdown;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders Markdown to the HTML that Jekyll's kramdown (GFM input) makes of it. Bare addresses are not linked, as
 * kramdown does not link them either.
 */
public final class MarkdownRenderer {

    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.builder().requireTwoTildes(true).build());

    private static final Parser PARSER = dialect().extensions(EXTENSIONS).build();
    private static final Parser INLINE = dialect()
            .extensions(List.of(EXTENSIONS.get(1)))
            .enabledBlockTypes(Set.of())
            .build();

    private MarkdownRenderer() {}

    /** The line, from 0, of a paragraph that would take too long to render; such a text must not be rendered. */
    public static OptionalInt tooCostly(String markdown) {
        var line = RenderingCost.lineOverLimit(markdown);
        return line < 0 ? OptionalInt.empty() : OptionalInt.of(line);
    }

    public static Rendered render(String markdown) {
        var source = LazyListLines.indented(markdown);
        var lines = new SourceLines(source);
        var document = PARSER.parse(source);
        var attributes = new NodeAttributes();
        var lists = new ListShapes(lines);
        document.accept(new PipeTables(lines, INLINE));
        document.accept(lists);
        document.accept(new AttributeLists(attributes));
        document.accept(new Typography());
        document.accept(new HeadingIds(attributes));
        var html = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> new CellAlignment())
                .attributeProviderFactory(context -> attributes)
                .nodeRendererFactory(VerbatimRenderer::new)
                .nodeRendererFactory(context -> new ParagraphRenderer(context, lists))
                .build()
                .render(document);
        return new Rendered(html, new ChapterLines().in(document));
    }

    private static Parser.Builder dialect() {
        return Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .customInlineContentParserFactory(AttributeListParser.factory())
                .customInlineContentParserFactory(EscapeParser.factory())
                .customInlineContentParserFactory(EntityParser.factory());
    }
}
