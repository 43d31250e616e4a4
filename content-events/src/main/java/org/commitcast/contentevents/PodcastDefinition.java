package org.commitcast.contentevents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What podcast players and directories are told of a show beyond what every feed says.
 *
 * @param guid of the show; absent means the one that its public address gives
 * @param locked whether other hosts may not take the feed over; absent where nothing is said
 * @param type {@code episodic} or {@code serial}
 * @param complete whether there will be no more episodes
 * @param hidden whether directories are asked not to list it
 * @param medium such as {@code podcast}, {@code audiobook} or {@code music}
 * @see <a href="https://github.com/Podcastindex-org/podcast-namespace">the podcast namespace</a>
 * @see <a href="https://podcasters.apple.com/support/823-podcast-requirements">Apple's requirements</a>
 */
public record PodcastDefinition(
        @Nullable String guid,
        @Nullable Boolean locked,
        @Nullable String type,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean complete,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean hidden,
        @Nullable String medium,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Funding> funding,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Person> persons,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Trailer> trailers,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Txt> txt,
        @Nullable License license,
        @Nullable Location location,
        @Nullable UpdateFrequency updateFrequency) {

    /** Says nothing. */
    public static final PodcastDefinition NONE = new PodcastDefinition(
            null, null, null, false, false, null, List.of(), List.of(), List.of(), List.of(), null, null, null);

    public PodcastDefinition {
        funding = funding == null ? List.of() : List.copyOf(funding);
        persons = persons == null ? List.of() : List.copyOf(persons);
        trailers = trailers == null ? List.of() : List.copyOf(trailers);
        txt = txt == null ? List.of() : List.copyOf(txt);
    }

    /**
     * Reads what JSON or YAML gave.
     *
     * @throws UnfitValueException where something in it is not known, not there, or not what it must be
     */
    public static PodcastDefinition of(Map<?, ?> value) {
        return PodcastReader.read(value);
    }

    /** Where listeners can give money. */
    public record Funding(@JsonProperty(required = true) URI url, @JsonProperty(required = true) String text) {}

    /**
     * Somebody who makes the show.
     *
     * @param role such as {@code host} or {@code editor}; absent means host
     * @param group of roles, such as {@code cast} or {@code writing}; absent means cast
     */
    public record Person(
            @JsonProperty(required = true) String name,
            @Nullable String role,
            @Nullable String group,
            @Nullable URI image,
            @Nullable URI url) {}

    /**
     * A recording that makes people want to hear the show.
     *
     * @param length in bytes
     */
    public record Trailer(
            @JsonProperty(required = true) String title,
            @JsonProperty(required = true) URI url,
            @JsonProperty(required = true) Instant date,
            @Nullable Long length,
            @Nullable String type,
            @Nullable Integer season) {}

    /**
     * Free text for machines.
     *
     * @param purpose such as {@code verify}
     */
    public record Txt(@Nullable String purpose, @JsonProperty(required = true) String text) {}

    /**
     * Under which licence the show is.
     *
     * @param name an SPDX identifier in lower case, or a name of its own, which then needs a URL
     */
    public record License(@JsonProperty(required = true) String name, @Nullable URI url) {}

    /**
     * What place the show is about.
     *
     * @param geo as a geo URI of RFC 5870
     * @param osm an OpenStreetMap object, such as {@code R113314}
     */
    public record Location(@JsonProperty(required = true) String name, @Nullable String geo, @Nullable String osm) {}

    /**
     * How often episodes are to be expected.
     *
     * @param text for people
     * @param rule a recurrence rule of RFC 5545
     * @param begin from which the rule counts
     */
    public record UpdateFrequency(
            @JsonProperty(required = true) String text,
            @Nullable String rule,
            @Nullable Instant begin,
            @Nullable Boolean complete) {}
}
