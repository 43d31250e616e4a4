package org.commitcast.feedrendering.item;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Reads when a document says that it was last changed. Times without a zone are UTC, as YAML has them. */
final class ModifiedDate {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd[['T'][ ]HH:mm[:ss]]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[ ][XXX][XX]")
            .toFormatter(Locale.ROOT);

    private ModifiedDate() {}

    /**
     * The date; empty where the text is none, or is not after the publication.
     *
     * @param zone in which a day begins
     */
    static Optional<Instant> of(String text, Instant published, ZoneId zone) {
        try {
            TemporalAccessor parsed = FORM.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(instant(parsed, zone).truncatedTo(ChronoUnit.SECONDS))
                    .filter(published::isBefore);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor parsed, ZoneId zone) {
        if (parsed instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        if (parsed instanceof LocalDateTime local) {
            return local.toInstant(ZoneOffset.UTC);
        }
        return LocalDate.from(parsed).atStartOfDay(zone).toInstant();
    }
}
