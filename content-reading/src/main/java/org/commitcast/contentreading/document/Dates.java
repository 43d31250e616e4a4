package org.commitcast.contentreading.document;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.generator.DateRules;
import org.commitcast.contentreading.site.Field;
import org.commitcast.contentreading.site.FieldValues;
import org.commitcast.contentreading.site.SiteRules;
import org.commitcast.contentreading.yaml.YamlScalar;

/** When a document came out, and from when until when it is out. */
final class Dates {

    private final SiteRules rules;
    private final DateRules dates;
    private final String path;
    private final FieldValues values;

    Dates(SiteRules rules, String path, FieldValues values) {
        this.rules = rules;
        this.dates = rules.generator().dates(path);
        this.path = path;
        this.values = values;
    }

    /** Whether the document says when it came out, well or badly. */
    boolean areStated() {
        return keys().stream().anyMatch(key -> stated(key).isPresent());
    }

    /** The first of its dates, in its own zone; empty with a finding where there is none. */
    Optional<ZonedDateTime> date(Findings findings) {
        var key = keys().stream().filter(one -> stated(one).isPresent()).findFirst();
        if (key.isEmpty() && rules.generator().unfinished(path)) {
            return Optional.of(LocalDate.EPOCH.atStartOfDay(rules.zone()));
        }
        if (key.isEmpty()) {
            findings.error(
                    "date.missing",
                    values.position(Field.DATE),
                    "There is no date; add a line such as 'date: 2026-01-31T18:00:00Z'.");
        }
        return key.flatMap(one -> date(one, findings));
    }

    private List<String> keys() {
        var keys = new ArrayList<>(rules.fields().own(Field.DATE));
        keys.addAll(dates.date());
        return keys;
    }

    private Optional<YamlScalar> stated(String key) {
        var place = values.map().position();
        return switch (key) {
            case DateRules.FILE_NAME ->
                rules.generator().dateInName(path).map(text -> new YamlScalar(text, false, place));
            case DateRules.PATH ->
                values.map().text("path").flatMap(PathDate::of).map(text -> new YamlScalar(text, false, place));
            default ->
                values.get(key)
                        .filter(YamlScalar.class::isInstance)
                        .map(YamlScalar.class::cast)
                        .filter(node ->
                                node.text().filter(text -> !text.isBlank()).isPresent())
                        // A truth is no date: Hugo reads both under "published".
                        .filter(node -> node.truth().isEmpty());
        };
    }

    private Optional<ZonedDateTime> date(String key, Findings findings) {
        return stated(key).flatMap(scalar -> {
            var date = StatedDate.parse(scalar.value(), zoneFor(scalar));
            if (date.isEmpty()) {
                findings.error(
                        "date.invalid",
                        values.map().positionOf(key),
                        "'" + scalar.value().strip() + "' is no date; write it as 2026-01-31T18:00:00Z.");
            }
            return date;
        });
    }

    private ZoneId zoneFor(YamlScalar scalar) {
        var utc = dates.timesAreUtc() && scalar.plain() && StatedDate.isYamlTime(scalar.value());
        return utc ? ZoneOffset.UTC : rules.zone();
    }

    Release release(ZonedDateTime date, Kind kind, Findings findings) {
        var published = rules.generator().published(path, values.map());
        var waits = rules.future().waits(kind).orElse(dates.waits());
        var own = first(dates.release(), findings).orElse(date);
        var from = Stream.concat(Stream.of(own), around(Dates::begin))
                .map(ZonedDateTime::toInstant)
                .max(Comparator.naturalOrder());
        var until = Stream.concat(first(dates.expiry(), findings).stream(), around(Dates::end))
                .map(ZonedDateTime::toInstant)
                .min(Comparator.naturalOrder());
        return new Release(date.toInstant(), published, waits ? from.orElse(null) : null, until.orElse(null));
    }

    private Stream<ZonedDateTime> around(Function<Dates, Optional<ZonedDateTime>> date) {
        return rules.generator().around(path).stream()
                .map(outer -> new Dates(rules, path, new FieldValues(outer, rules.fields())))
                .flatMap(outer -> date.apply(outer).stream());
    }

    /** Of what is around a document; what is wrong there is nothing that the document's author could mend. */
    private Optional<ZonedDateTime> begin() {
        var stated =
                keys().stream().filter(key -> !key.equals(DateRules.FILE_NAME)).toList();
        var untold = new Findings(path);
        return first(dates.release(), untold).or(() -> first(stated, untold));
    }

    private Optional<ZonedDateTime> end() {
        return first(dates.expiry(), new Findings(path));
    }

    private Optional<ZonedDateTime> first(List<String> keys, Findings findings) {
        return keys.stream().filter(key -> stated(key).isPresent()).findFirst().flatMap(key -> date(key, findings));
    }
}
