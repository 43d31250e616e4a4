package org.commitcast.contentreading.markdown;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** kramdown with GFM input, as Jekyll uses it. */
final class KramdownRenderer implements MarkdownRenderer {

    static final KramdownRenderer INSTANCE = new KramdownRenderer();

    private static final int MAX_NESTING = 8;

    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.builder().requireTwoTildes(true).build());

    // HTML blocks are read by kramdown's own rules. The order counts: a line of dashes must not become a list.
    private static final Set<Class<? extends Block>> BLOCKS = new LinkedHashSet<>(List.of(
            BlockQuote.class,
            Heading.class,
            FencedCodeBlock.class,
            ThematicBreak.class,
            ListBlock.class,
            IndentedCodeBlock.class));

    private static final Parser PARSER = dialect()
            .extensions(EXTENSIONS)
            .enabledBlockTypes(BLOCKS)
            .customBlockParserFactory(DepthLimit.factory())
            .customBlockParserFactory(HtmlElementParser.factory())
            .customBlockParserFactory(FootnoteParser.factory())
            .customBlockParserFactory(DefinitionParser.factory())
            .build();
    private static final Parser INLINE = dialect()
            .extensions(List.of(EXTENSIONS.get(1)))
            .enabledBlockTypes(Set.of())
            .build();

    private KramdownRenderer() {}

    @Override
    public Optional<Rendered> render(String markdown) {
        var shapes = new Shapes();
        return DepthLimit.within(() -> {
            var document = DepthLimit.measured(shapes.tree(markdown, 0));
            shapes.attributes.resolveNames();
            document.accept(TaskLists.kramdown(shapes.attributes));
            Footnotes.place(document, FootnoteStyle.KRAMDOWN);
            document.accept(new Typography());
            shapes.abbreviations.mark(document);
            document.accept(new HeadingIds(shapes.attributes));
            Contents.place(document, shapes.attributes, shapes.lists);
            var html = HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .attributeProviderFactory(context -> new CellAlignment("text-align: "))
                    .attributeProviderFactory(context -> shapes.attributes)
                    .nodeRendererFactory(VerbatimRenderer::new)
                    .nodeRendererFactory(context -> new ParagraphRenderer(context, shapes.lists::isBareText))
                    .nodeRendererFactory(DefinitionRenderer::new)
                    .nodeRendererFactory(TableFootRenderer::new)
                    .nodeRendererFactory(context -> new FootnoteRenderer(context, FootnoteStyle.KRAMDOWN))
                    .build()
                    .render(document);
            return new Rendered(html, new ChapterLines().in(document));
        });
    }

    @Override
    public Optional<String> plain(String markdown) {
        return DepthLimit.within(() -> {
            var document = DepthLimit.parse(PARSER, markdown);
            document.accept(new Typography());
            return PlainText.of(document);
        });
    }

    private static Parser.Builder dialect() {
        return Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .linkProcessor(FootnoteParser.references())
                .customInlineContentParserFactory(AttributeListParser.factory())
                .customInlineContentParserFactory(MathParser.factory())
                .customInlineContentParserFactory(GuillemetParser.factory())
                .customInlineContentParserFactory(EscapeParser.kramdown())
                .customInlineContentParserFactory(EntityParser.factory());
    }

    /** What is shaped by the lines that the text came from, text inside of HTML included. */
    private static final class Shapes {
        private final NodeAttributes attributes = new NodeAttributes();
        private final ListShapes lists = new ListShapes();
        private final Abbreviations abbreviations = new Abbreviations();

        Node tree(String markdown, int nesting) {
            var source = LazyListLines.indented(abbreviations.taken(KramdownExtensions.resolved(markdown)));
            var lines = new SourceLines(source);
            var document = DepthLimit.parse(PARSER, source);
            document.accept(new PipeTables(lines, INLINE));
            document.accept(new TableParts(attributes));
            lists.shape(document, lines);
            DefinitionLists.in(document);
            document.accept(new AttributeLists(attributes));
            if (nesting < MAX_NESTING) {
                document.accept(
                        new NestedMarkdown((inner, linesOnly) -> linesOnly ? lines(inner) : tree(inner, nesting + 1)));
            }
            return document;
        }

        private Node lines(String markdown) {
            var document = INLINE.parse(markdown);
            for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
                if (node instanceof Paragraph paragraph) {
                    lists.setBare(paragraph);
                }
            }
            return document;
        }
    }
}
