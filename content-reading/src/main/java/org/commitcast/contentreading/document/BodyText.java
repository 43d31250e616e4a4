package org.commitcast.contentreading.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.jekyll.LiquidText;
import org.commitcast.contentreading.markdown.GoldmarkSettings;
import org.commitcast.contentreading.markdown.MarkdownRenderer;
import org.commitcast.contentreading.markdown.Rendered;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.shortcode.ResolvedText;
import org.commitcast.contentreading.shortcode.Shortcodes;
import org.commitcast.contentreading.shortcode.Syntax;
import org.commitcast.contentreading.site.FieldValues;
import org.commitcast.contentreading.site.SiteRules;

/** How the texts of one document are read: the generator's templates first, then its Markdown. */
final class BodyText {

    private final SiteRules rules;
    private final String path;
    private final FieldValues values;
    private final String title;
    private final String url;
    private final OtherPages pages;

    /**
     * For one document.
     *
     * @param url of the document's own page
     */
    BodyText(SiteRules rules, String path, FieldValues values, String title, String url) {
        this.rules = rules;
        this.path = path;
        this.values = values;
        this.title = title;
        this.url = url;
        this.pages = new OtherPages(rules, path, values);
    }

    /** The text without what the generator's templates would do; what cannot be resolved is left out with a finding. */
    ResolvedText resolved(String text, int firstLine, Findings findings) {
        return switch (rules.generator().templating()) {
            case LIQUID ->
                values.map().truth("render_with_liquid").orElse(true) && LiquidText.isIn(text)
                        ? ResolvedText.plain(
                                new LiquidText(variables(), pages::fromRoot, findings).resolve(text, firstLine))
                        : ResolvedText.plain(text);
            case HUGO_SHORTCODES -> new Shortcodes(Syntax.HUGO, pages, findings).resolve(text, firstLine);
            case ZOLA_SHORTCODES -> new Shortcodes(Syntax.ZOLA, pages, findings).resolve(text, firstLine);
            case NONE -> ResolvedText.plain(text);
        };
    }

    /** The HTML, templates' own put in; empty if the text nests too deeply. */
    Optional<Rendered> rendered(ResolvedText text) {
        var html = FileName.of(path).html()
                ? Optional.of(new Rendered(text.text(), List.of()))
                : markdown(text.text()).render(text.text());
        return html.map(rendered -> new Rendered(text.placedIn(rendered.html()), rendered.chapters()));
    }

    private MarkdownRenderer markdown(String text) {
        return switch (rules.generator().templating()) {
            case LIQUID -> MarkdownRenderer.kramdown();
            case HUGO_SHORTCODES ->
                MarkdownRenderer.goldmark(
                        GoldmarkSettings.read(rules.generator().variables()));
            case ZOLA_SHORTCODES -> MarkdownRenderer.goldmark(GoldmarkSettings.WITHOUT_LINKS);
            // Nobody says which Markdown this is; attribute lists are kramdown's alone.
            case NONE ->
                text.contains("{:") ? MarkdownRenderer.kramdown() : MarkdownRenderer.goldmark(GoldmarkSettings.PLAIN);
        };
    }

    private Map<String, String> variables() {
        var variables = new HashMap<String, String>();
        var config = rules.generator().variables();
        config.entries().forEach((key, node) -> node.text().ifPresent(text -> variables.put("site." + key, text)));
        values.map().entries().forEach((key, node) -> node.text()
                .ifPresent(text -> variables.put("page." + key, text)));
        variables.put("page.title", title);
        variables.put("page.url", OtherPages.withoutHost(url));
        variables.putIfAbsent("site.baseurl", "");
        return variables;
    }
}
