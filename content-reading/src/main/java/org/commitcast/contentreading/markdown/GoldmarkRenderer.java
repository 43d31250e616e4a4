package org.commitcast.contentreading.markdown;

import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** goldmark with the extensions that Hugo uses. */
final class GoldmarkRenderer implements MarkdownRenderer {

    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.builder().requireTwoTildes(true).build());

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .extensions(EXTENSIONS)
            .linkProcessor(FootnoteParser.references())
            .customBlockParserFactory(DepthLimit.factory())
            .customBlockParserFactory(FootnoteParser.factory())
            .customBlockParserFactory(DefinitionParser.factory())
            .customInlineContentParserFactory(EscapeParser.commonMark())
            .customInlineContentParserFactory(EntityParser.factory())
            .customInlineContentParserFactory(GuillemetParser.factory())
            .build();

    private final GoldmarkSettings settings;

    GoldmarkRenderer(GoldmarkSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Rendered> render(String markdown) {
        var attributes = new NodeAttributes();
        return DepthLimit.within(() -> {
            var document = DepthLimit.parse(PARSER, markdown);
            document.accept(new GoldmarkHeadings(new SourceLines(markdown), attributes, settings.headingIds()));
            DefinitionLists.in(document);
            if (!settings.rawHtml()) {
                document.accept(new OmittedHtml());
            }
            document.accept(TaskLists.goldmark());
            typography(document);
            Footnotes.place(document, FootnoteStyle.GOLDMARK);
            var html = HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .attributeProviderFactory(context -> new CellAlignment("text-align:"))
                    .attributeProviderFactory(context -> attributes)
                    .nodeRendererFactory(VerbatimRenderer::new)
                    .nodeRendererFactory(context -> new ParagraphRenderer(context, ParagraphRenderer::isInTightList))
                    .nodeRendererFactory(DefinitionRenderer::new)
                    .nodeRendererFactory(context -> new FootnoteRenderer(context, FootnoteStyle.GOLDMARK))
                    .build()
                    .render(document);
            return new Rendered(html, new ChapterLines().in(document));
        });
    }

    @Override
    public Optional<String> plain(String markdown) {
        return DepthLimit.within(() -> {
            var document = DepthLimit.parse(PARSER, markdown);
            typography(document);
            return PlainText.of(document);
        });
    }

    private void typography(Node document) {
        if (settings.linkify()) {
            document.accept(new BareLinks());
        }
        if (settings.typographer()) {
            document.accept(new GoldmarkTypography());
        }
    }
}
