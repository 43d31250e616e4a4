package org.commitcast.contentreading.episode;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.site.Field;
import org.commitcast.contentreading.site.FieldValues;
import org.commitcast.contentreading.site.Setting;
import org.commitcast.contentreading.site.SiteRules;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads the enclosure of a document: one address, or a map of address, length and type. */
public final class EnclosureReader {

    // These words mean other things as well: they make an enclosure only if the address looks like audio or video.
    private static final Set<String> AMBIGUOUS = Set.of("file", "audio", "enclosure", "video_file", "url");
    private static final Set<String> PODCAST_ONLY = Set.of("podcast_file", "podcast_url");
    private static final List<String> ADDRESS = List.of("url", "href", "src", "file", "mp3");
    private static final List<String> LENGTH = List.of("length", "size", "bytes");

    private final SiteRules rules;

    public EnclosureReader(SiteRules rules) {
        this.rules = rules;
    }

    /** Whether the document has an enclosure, good or bad. */
    public boolean isIn(FieldValues values) {
        return enclosure(values).isPresent();
    }

    private Optional<FieldValues.Found> enclosure(FieldValues values) {
        return values.all(Field.ENCLOSURE).filter(this::isEnclosure).findFirst();
    }

    /** Whether the document has a place for an enclosure that nothing else could be meant by, and nothing in it. */
    public boolean isAwaitedIn(FieldValues values) {
        return PODCAST_ONLY.stream().anyMatch(key -> values.map().entries().containsKey(key));
    }

    private boolean isEnclosure(FieldValues.Found found) {
        var configured = rules.fields().own(Field.ENCLOSURE).contains(found.key());
        return address(found.node())
                .filter(url -> configured
                        || !AMBIGUOUS.contains(found.key())
                        || MediaType.of(url).isPresent())
                .isPresent();
    }

    /** The enclosure; empty with a finding if its address is no address. */
    public Optional<Enclosure> read(FieldValues values, Findings findings) {
        var found = enclosure(values);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var place = found.get().position();
        var url = address(found.get().node()).map(this::absolute);
        if (url.isEmpty() || !url.get().matches("https?://[^\\s/]+/\\S*")) {
            findings.error(
                    "enclosure.not-an-address",
                    place,
                    "The enclosure must be an address that begins with https:// and has no spaces (write %20).");
            return Optional.empty();
        }
        var inner = found.get().node().elements().stream().findFirst().map(YamlNode::asMap);
        var length = inner.flatMap(map -> first(map, LENGTH)).or(() -> values.text(Field.LENGTH));
        var type = inner.flatMap(map -> map.text("type")).or(() -> values.text(Field.TYPE));
        var prefix = rules.get(Setting.ENCLOSURE_PREFIX);
        return Optional.of(new Enclosure(
                prefix.map(before -> before.before(url.get())).orElse(url.get()),
                length(length, values, findings),
                type.or(() -> MediaType.of(url.get())).orElseGet(() -> unknownType(place, findings)),
                duration(values, findings)));
    }

    private static Optional<String> first(YamlMap map, List<String> keys) {
        return keys.stream().flatMap(key -> map.text(key).stream()).findFirst();
    }

    private static Optional<String> address(YamlNode node) {
        return node.elements().stream()
                .findFirst()
                .flatMap(first -> first.text().or(() -> first(first.asMap(), ADDRESS)))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private String absolute(String url) {
        var site = rules.siteUrl();
        if (url.startsWith("//")) {
            return "https:" + url;
        }
        return url.startsWith("/") && site != null ? site + url : url;
    }

    private static @Nullable Long length(Optional<String> text, FieldValues values, Findings findings) {
        var place = values.position(Field.LENGTH);
        if (text.isEmpty()) {
            findings.warning(
                    "enclosure.length-missing", place, "Say how many bytes the audio has, as 'length: 12345678'.");
            return null;
        }
        var digits = text.get().replaceAll("[_, ]", "");
        if (!digits.matches("\\d{1,15}") || Long.parseLong(digits) == 0) {
            findings.warning(
                    "enclosure.length-invalid", place, "The length must be the audio's size in bytes, digits only.");
            return null;
        }
        return Long.valueOf(digits);
    }

    private static @Nullable Long duration(FieldValues values, Findings findings) {
        var text = values.text(Field.DURATION);
        var seconds = text.flatMap(Durations::seconds);
        if (text.isEmpty()) {
            findings.warning(
                    "duration.missing",
                    values.position(Field.DURATION),
                    "Say how long the audio is, as 'duration: 31:05'.");
        } else if (seconds.isEmpty()) {
            findings.warning(
                    "duration.invalid",
                    values.position(Field.DURATION),
                    "The duration must be MM:SS, HH:MM:SS or a number of seconds.");
        }
        return seconds.orElse(null);
    }

    private static String unknownType(Position place, Findings findings) {
        findings.warning(
                "enclosure.type-unknown",
                place,
                "The address does not end like audio or video (.mp3); it is announced as audio/mpeg. Set 'mime_type'.");
        return "audio/mpeg";
    }
}
