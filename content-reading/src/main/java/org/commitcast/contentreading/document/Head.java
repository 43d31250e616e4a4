package org.commitcast.contentreading.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.generator.Words;
import org.commitcast.contentreading.html.ContentHtml;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.site.Field;
import org.commitcast.contentreading.site.FieldValues;
import org.commitcast.contentreading.site.SiteRules;
import org.commitcast.contentreading.xml.XmlText;

/** Title, people, words and texts of a document. */
final class Head {

    private final SiteRules rules;
    private final FieldValues values;
    private final Findings findings;

    Head(SiteRules rules, FieldValues values, Findings findings) {
        this.rules = rules;
        this.values = values;
        this.findings = findings;
    }

    /** The document's own, else that in its text, else made of its file name, as Jekyll makes it. */
    String title(FileName file, String body) {
        var own = text(Field.TITLE).or(() -> rules.generator().titleIn(body).map(XmlText::strip));
        if (own.isEmpty()) {
            findings.warning(
                    "title.missing",
                    values.map().position(),
                    "There is no title; the file name is used. Add 'title:'.");
        }
        return own.orElseGet(() -> Arrays.stream(file.slug().split("-", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ")));
    }

    About about(String title, Body body, Address address) {
        return new About(
                title,
                values.names(Field.AUTHORS).stream().map(XmlText::strip).toList(),
                tags(),
                text(Field.SUMMARY).or(() -> body.excerpt()).orElse(null),
                text(Field.DESCRIPTION).orElse(null),
                text(Field.LANGUAGE).orElse(null),
                image(address).orElse(null));
    }

    private List<String> tags() {
        var tags = new ArrayList<String>();
        for (var field : new Field[] {Field.TAGS, Field.CATEGORIES}) {
            for (var key : rules.fields().of(field)) {
                var plural = key.endsWith("s");
                tags.addAll(Words.under(values.map(), plural ? "" : key, plural ? key : ""));
            }
        }
        return tags.stream().map(XmlText::strip).distinct().toList();
    }

    private Optional<String> image(Address address) {
        return values.find(Field.IMAGE)
                .flatMap(found -> found.node()
                        .text()
                        .or(() -> found.node().asMap().text("path"))
                        .or(() -> found.node().asMap().text("url")))
                .map(String::strip)
                .filter(image -> (!image.isEmpty() && address.isAbsolute()) || image.startsWith("http"))
                .map(image -> ContentHtml.absolute(image, address.url()));
    }

    private Optional<String> text(Field field) {
        return values.text(field).map(XmlText::strip).filter(text -> !text.isEmpty());
    }
}
