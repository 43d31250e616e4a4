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
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.site.Field;
import org.commitcast.contentreading.site.FieldValues;
import org.commitcast.contentreading.site.SiteRules;

/** Reads documents of one site. */
public final class DocumentReader {

    private final SiteRules rules;
    private final Kinds kinds;
    private final EnclosureReader enclosures;

    public DocumentReader(SiteRules rules) {
        this.rules = rules;
        this.enclosures = new EnclosureReader(rules);
        this.kinds = new Kinds(rules, enclosures);
    }

    /** Whether whoever puts a file there means it as an episode or post, so that its findings are worth telling. */
    public boolean isContentFolder(String path) {
        return kinds.isContentFolder(path);
    }

    /** The document; empty if the file is none of ours, or if it cannot be made out and a finding says why. */
    public Optional<Document> read(String path, String text, Findings findings) {
        var source = FrontMatterReader.read(text, findings);
        if (source.isPresent() && !source.get().hasFrontMatter()) {
            findings.warning(
                    "front-matter.missing",
                    Position.START,
                    "The file has no front matter and is left out; begin it with title and date between '---' lines.");
            return Optional.empty();
        }
        return source.flatMap(parsed -> read(path, parsed, findings));
    }

    private Optional<Document> read(String path, ParsedSource source, Findings findings) {
        var folder = kinds.collectionOf(path);
        var defaults = rules.generator().defaults().of(path, folder.label());
        var values = new FieldValues(source.frontMatter().values().over(defaults), rules.fields());
        return kinds.of(path, values).flatMap(kind -> document(path, kind, source, values, findings));
    }

    private Optional<Document> document(
            String path, Kind kind, ParsedSource source, FieldValues values, Findings findings) {
        var file = FileName.of(path);
        var collection = kinds.collectionOf(path);
        var dates = new Dates(rules);
        var date = dates.of(file, values, findings);
        if (date.isEmpty()) {
            return Optional.empty();
        }
        var slug = values.map()
                .text("slug")
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .orElse(file.slug());
        var address = new Addresses(rules).of(path, collection, slug, values, date.get());
        var head = new Head(rules, values, findings);
        var title = head.title(file);
        var body = Body.read(source, file, values, title, address.url(), rules, findings);
        return Optional.of(new Document(
                path,
                kind,
                collection.label(),
                slug,
                address,
                dates.release(date.get(), collection, values),
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
