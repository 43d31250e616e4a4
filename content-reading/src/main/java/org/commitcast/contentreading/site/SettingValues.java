package org.commitcast.contentreading.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentevents.DiscussionDefinition;
import org.commitcast.contentevents.PodcastDefinition;
import org.jspecify.annotations.Nullable;

/** Settings' values out of JSON or YAML; empty where they are not what was expected. */
final class SettingValues {

    private SettingValues() {}

    static Optional<String> text(Object value) {
        if (value instanceof Map || value instanceof List) {
            return Optional.empty();
        }
        return Optional.of(value.toString().strip()).filter(text -> !text.isEmpty());
    }

    static Optional<URI> address(Object value) {
        return text(value).flatMap(text -> {
            try {
                var uri = new URI(text);
                var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
                var known = scheme.equals("https") || scheme.equals("http");
                return known && uri.getHost() != null ? Optional.of(uri) : Optional.<URI>empty();
            } catch (URISyntaxException e) {
                return Optional.<URI>empty();
            }
        });
    }

    static Optional<Boolean> truth(Object value) {
        return text(value)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.equals("true") || text.equals("false"))
                .map(Boolean::valueOf);
    }

    static Optional<String> zone(Object value) {
        return text(value).filter(text -> {
            try {
                return !ZoneId.of(text).getId().isEmpty();
            } catch (DateTimeException e) {
                return false;
            }
        });
    }

    static Optional<String> generator(Object value) {
        return text(value).map(text -> text.toLowerCase(Locale.ROOT)).filter(Generators.NAMES::contains);
    }

    /** Without slashes around it; the repository itself is an empty text. */
    static Optional<String> folder(Object value) {
        return text(value)
                .map(text -> text.replaceAll("^(?:\\./|/)+|/+$", ""))
                .map(text -> text.equals(".") ? "" : text)
                .filter(text -> Arrays.stream(text.split("/", -1)).noneMatch(part -> part.matches("\\.{1,2}")));
    }

    static Optional<FutureDates> future(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return truth(value).map(both -> new FutureDates(both, both));
        }
        var known = List.of("episodes", "posts");
        var good = map.entrySet().stream()
                .allMatch(entry -> known.contains(entry.getKey())
                        && entry.getValue() != null
                        && truth(entry.getValue()).isPresent());
        return good ? Optional.of(new FutureDates(truthIn(map, "episodes"), truthIn(map, "posts"))) : Optional.empty();
    }

    private static @Nullable Boolean truthIn(Map<?, ?> map, String key) {
        return Optional.<Object>ofNullable(map.get(key))
                .flatMap(SettingValues::truth)
                .orElse(null);
    }

    static Optional<HtmlPolicy> policy(Object value) {
        return text(value).flatMap(text -> constant(HtmlPolicy.class, text));
    }

    static Optional<Typography> typography(Object value) {
        return text(value).flatMap(text -> constant(Typography.class, text));
    }

    static Optional<EnclosureProbing> probing(Object value) {
        // YAML reads an unquoted off as false.
        var off = Boolean.FALSE.equals(value);
        return off
                ? Optional.of(EnclosureProbing.OFF)
                : text(value).flatMap(text -> constant(EnclosureProbing.class, text));
    }

    static Optional<EnclosurePrefix> prefix(Object value) {
        if (value instanceof Map<?, ?> map) {
            var url = Optional.<Object>ofNullable(map.get("url")).flatMap(SettingValues::address);
            var target = Optional.<Object>ofNullable(map.get("target"))
                    .map(given -> constant(EnclosurePrefix.Target.class, given.toString()))
                    .orElse(Optional.of(EnclosurePrefix.Target.WITHOUT_SCHEME));
            return url.flatMap(address -> target.map(kind -> new EnclosurePrefix(address.toString(), kind)));
        }
        return address(value).map(url -> new EnclosurePrefix(url.toString(), EnclosurePrefix.Target.WITHOUT_SCHEME));
    }

    static Optional<PathPatterns> paths(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        var known = List.of("episodes", "posts", "transcripts");
        if (!map.keySet().stream().allMatch(known::contains)) {
            return Optional.empty();
        }
        return Optional.of(
                new PathPatterns(texts(map.get("episodes")), texts(map.get("posts")), texts(map.get("transcripts"))));
    }

    /** Either way round: keys under a field's name, or a field's name under a key. */
    static Optional<FieldKeys> fields(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        var keys = new EnumMap<Field, List<String>>(Field.class);
        for (var entry : map.entrySet()) {
            var name = String.valueOf(entry.getKey());
            var texts = texts(entry.getValue());
            var field = constant(Field.class, name);
            if (field.isEmpty() && texts.size() == 1) {
                field = constant(Field.class, texts.get(0));
                texts = List.of(name);
            }
            if (field.isEmpty() || texts.isEmpty()) {
                return Optional.empty();
            }
            var all = new ArrayList<>(keys.getOrDefault(field.get(), List.of()));
            all.addAll(texts);
            keys.put(field.get(), all);
        }
        return Optional.of(new FieldKeys(keys));
    }

    static Optional<DiscussionKeys> discussions(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        var keys = new LinkedHashMap<String, String>();
        for (var entry : map.entrySet()) {
            var key = String.valueOf(entry.getValue());
            // Such a key is written back into files: it must be a key that YAML reads without quotes.
            if (!key.matches("[A-Za-z][\\w-]*")) {
                return Optional.empty();
            }
            keys.put(String.valueOf(entry.getKey()), key);
        }
        return Optional.of(new DiscussionKeys(keys).completed());
    }

    static Optional<DiscussionDefinition> discussionRules(Object value) {
        return value instanceof Map<?, ?> map ? Optional.of(DiscussionDefinition.of(map)) : Optional.empty();
    }

    static Optional<PodcastDefinition> podcast(Object value) {
        return value instanceof Map<?, ?> map ? Optional.of(PodcastDefinition.of(map)) : Optional.empty();
    }

    static Optional<Categories> categories(Object value) {
        var names = texts(value).stream().map(String::strip).toList();
        var good = !(value instanceof Map) && names.stream().noneMatch(String::isEmpty);
        return good ? Optional.of(new Categories(names)) : Optional.empty();
    }

    private static List<String> texts(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (var element : value instanceof List<?> list ? list : List.of(value)) {
            texts.add(String.valueOf(element));
        }
        return texts;
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String label) {
        var name = label.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
