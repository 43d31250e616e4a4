package org.commitcast.contentreading.document;

import java.util.Optional;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentreading.discussion.DiscussionLinks;
import org.commitcast.contentreading.episode.EnclosureReader;
import org.commitcast.contentreading.episode.StatedChapters;
import org.commitcast.contentreading.episode.TimecodeLines;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.frontmatter.FrontMatterReader;
import org.commitcast.contentreading.frontmatter.ParsedSource;
import org.commitcast.contentreading.generator.FrontMatterForms;
import org.commitcast.contentreading.generator.Generator;
import org.commitcast.contentreading.generator.PageSource;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.site.Field;
import org.commitcast.contentreading.site.FieldValues;
import org.commitcast.contentreading.site.SiteRules;

/** Reads documents of one site. */
public final class DocumentReader {

    private final SiteRules rules;
    private final Generator generator;
    private final Kinds kinds;
    private final EnclosureReader enclosures;

    public DocumentReader(SiteRules rules) {
        this.rules = rules;
        this.generator = rules.generator();
        this.enclosures = new EnclosureReader(rules);
        this.kinds = new Kinds(rules, enclosures);
    }

    /** Whether whoever puts a file there means it as an episode or post, so that its findings are worth telling. */
    public boolean isContentFolder(String path) {
        return kinds.isContentFolder(path);
    }

    /** The document; empty if the file is none of ours, or if it cannot be made out and a finding says why. */
    public Optional<Document> read(String path, String text, Findings findings) {
        var source = FrontMatterReader.read(text, generator.frontMatter(), rules.limits(), findings);
        var optional = generator.frontMatter() == FrontMatterForms.OPTIONAL;
        if (source.isPresent() && !source.get().hasFrontMatter() && !optional) {
            findings.warning(
                    "front-matter.missing",
                    Position.START,
                    "The file has no front matter and is left out; begin it with title and date between '---' lines.");
            return Optional.empty();
        }
        return source.flatMap(parsed -> read(path, parsed, findings));
    }

    private Optional<Document> read(String path, ParsedSource source, Findings findings) {
        var said = generator.values(path, source.frontMatter().values());
        var values = new FieldValues(said, rules.fields());
        return kinds.of(path, values).flatMap(kind -> document(path, kind, source, values, findings));
    }

    private Optional<Document> document(
            String path, Kind kind, ParsedSource source, FieldValues values, Findings findings) {
        var dates = new Dates(rules, path, values);
        var date = dates.date(findings);
        if (date.isEmpty()) {
            return Optional.empty();
        }
        var file = FileName.of(path);
        var head = new Head(rules, values, findings);
        var title = head.title(file, source.body());
        var page = generator.page(new PageSource(path, values.map(), title, date.get(), rules.zone()));
        var address = new Addresses(rules).of(page, values);
        var texts = new BodyText(rules, path, values, title, address.url());
        var body = Body.read(source, texts, values, address.url(), rules, findings);
        return Optional.of(new Document(
                path,
                kind,
                generator.place(path).collection(),
                page.slug(),
                address,
                dates.release(date.get(), kind, findings),
                head.about(title, body, address),
                body.html(),
                kind == Kind.EPISODE ? media(source, values, body, findings) : Media.NONE,
                DiscussionLinks.read(source.frontMatter(), rules.discussionKeys(), findings),
                source.frontMatter()));
    }

    private Media media(ParsedSource source, FieldValues values, Body body, Findings findings) {
        TimecodeLines.check(source.body(), source.bodyLine(), findings);
        var stated = StatedChapters.read(values.map(), findings);
        if (!enclosures.isIn(values)) {
            findings.error(
                    "enclosure.missing",
                    values.position(Field.ENCLOSURE),
                    "An episode needs the address of its audio; add a line such as 'file: https://…/episode.mp3'.");
            return Media.NONE;
        }
        return new Media(
                enclosures.read(values, findings).orElse(null),
                stated.isEmpty() ? body.chapters() : stated,
                values.number(Field.SEASON).orElse(null),
                values.number(Field.EPISODE).orElse(null));
    }
}
