package org.commitcast.contentevents;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is said of a show out of maps, lists and plain values, as JSON and YAML give them. */
final class PodcastReader {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static final Pattern LACKING = Pattern.compile("^Missing required creator property '([^']*)'");

    private PodcastReader() {}

    static PodcastDefinition read(Map<?, ?> value) {
        try {
            var podcast = JSON.convertValue(value, PodcastDefinition.class);
            check(podcast);
            return podcast;
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof JsonMappingException cause) {
                throw unfit(cause);
            }
            throw e;
        }
    }

    private static UnfitValueException unfit(JsonMappingException cause) {
        var place = cause.getPath().stream().map(PodcastReader::step).collect(Collectors.joining());
        if (cause instanceof UnrecognizedPropertyException) {
            return new UnfitValueException(place, "is not known");
        }
        var lacking = LACKING.matcher(String.valueOf(cause.getOriginalMessage()));
        return lacking.find()
                ? new UnfitValueException(without(place, lacking.group(1)) + "." + lacking.group(1), "is missing")
                : new UnfitValueException(place, "is not what it must be");
    }

    /** Some versions name the missing part in the path as well. */
    private static String without(String place, String part) {
        return place.endsWith("." + part) ? place.substring(0, place.length() - part.length() - 1) : place;
    }

    private static String step(Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : "." + reference.getFieldName();
    }

    private static void check(PodcastDefinition podcast) {
        oneOf(".type", podcast.type(), List.of("episodic", "serial"));
        web(".funding", podcast.funding().stream().map(PodcastDefinition.Funding::url));
        web(
                ".persons",
                podcast.persons().stream()
                        .flatMap(person ->
                                Stream.of(Optional.ofNullable(person.image()), Optional.ofNullable(person.url())))
                        .flatMap(Optional::stream));
        web(".trailers", podcast.trailers().stream().map(PodcastDefinition.Trailer::url));
        var license = podcast.license();
        var address = license == null ? null : license.url();
        web(".license", Stream.ofNullable(address));
    }

    private static void oneOf(String place, @Nullable String value, List<String> known) {
        if (value != null && !known.contains(value)) {
            throw new UnfitValueException(place, "must be " + String.join(" or ", known));
        }
    }

    private static void web(String place, Stream<URI> addresses) {
        addresses.filter(address -> !isWeb(address)).findFirst().ifPresent(address -> {
            throw new UnfitValueException(
                    place, "has an address that does not begin with https:// or http://: " + address);
        });
    }

    private static boolean isWeb(URI address) {
        var scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
        return (scheme.equals("https") || scheme.equals("http")) && address.getHost() != null;
    }
}
