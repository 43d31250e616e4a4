package org.commitcast.contentreading.document;

import java.time.Instant;
import java.util.Optional;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.jekyll.JekyllCollection;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.site.Field;
import org.commitcast.contentreading.site.FieldValues;
import org.commitcast.contentreading.site.SiteRules;

/** When a document came out: as it says, else as its name says. */
final class Dates {

    private final SiteRules rules;

    Dates(SiteRules rules) {
        this.rules = rules;
    }

    Optional<Instant> of(FileName file, FieldValues values, Findings findings) {
        var stated = values.text(Field.DATE);
        var place = values.position(Field.DATE);
        if (stated.isPresent()) {
            var date = StatedDate.parse(stated.get(), rules.zone());
            if (date.isEmpty()) {
                findings.error(
                        "date.invalid", place, "'" + stated.get() + "' is no date; write it as 2026-01-31T18:00:00Z.");
            }
            return date;
        }
        var named = file.date().flatMap(text -> StatedDate.parse(text, rules.zone()));
        if (named.isEmpty()) {
            findings.error("date.missing", place, "There is no date; add a line such as 'date: 2026-01-31T18:00:00Z'.");
        }
        return named;
    }

    Release release(Instant date, JekyllCollection collection, FieldValues values) {
        var published = values.map().truth("published").orElse(true);
        var draft = values.map().truth("draft").orElse(false);
        // Jekyll publishes a collection's documents whatever their date.
        var waits = collection.label().equals("posts") && !rules.generator().future();
        return new Release(date, published && !draft, waits);
    }
}
