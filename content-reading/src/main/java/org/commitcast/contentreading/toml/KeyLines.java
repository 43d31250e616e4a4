package org.commitcast.contentreading.toml;

import com.fasterxml.jackson.core.JsonParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.json.TokenTree;

/**
 * On which lines keys stand. The parser tells only where a text is broken; for people it is enough to know keys that
 * begin a line, and the others lie where the key above them does.
 */
final class KeyLines implements TokenTree.Places {

    private static final Pattern TABLE = Pattern.compile("\\s*\\[\\[?([^\\]]+)\\]\\]?\\s*(?:#.*)?");
    private static final Pattern KEY = Pattern.compile(
            "(\\s*)((?:[\\w-]+|\"[^\"]*\"|'[^']*')(?:\\s*\\.\\s*(?:[\\w-]+|\"[^\"]*\"|'[^']*'))*)\\s*=.*");
    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([\\w-]+)");

    private final Map<List<String>, Position> places;
    private final Position start;
    private final Consumer<Position> controlCharacter;

    private KeyLines(Map<List<String>, Position> places, Position start, Consumer<Position> controlCharacter) {
        this.places = places;
        this.start = start;
        this.controlCharacter = controlCharacter;
    }

    static KeyLines of(String toml, int firstLine, Consumer<Position> controlCharacter) {
        var places = new HashMap<List<String>, Position>();
        List<String> table = List.of();
        var line = firstLine;
        for (var text : (Iterable<String>) toml.lines()::iterator) {
            var header = TABLE.matcher(text);
            var key = KEY.matcher(text);
            if (key.matches()) {
                var path = new ArrayList<>(table);
                path.addAll(parts(key.group(2)));
                note(path, new Position(line, key.end(1) + 1), places);
            } else if (header.matches()) {
                table = parts(header.group(1));
                note(table, new Position(line, 1), places);
            }
            line++;
        }
        return new KeyLines(places, new Position(firstLine, 1), controlCharacter);
    }

    private static void note(List<String> path, Position position, Map<List<String>, Position> places) {
        for (var length = 1; length <= path.size(); length++) {
            places.putIfAbsent(List.copyOf(path.subList(0, length)), position);
        }
    }

    private static List<String> parts(String key) {
        return PART.matcher(key)
                .results()
                .map(part ->
                        part.group(1) != null ? part.group(1) : part.group(2) != null ? part.group(2) : part.group(3))
                .toList();
    }

    @Override
    public Position of(JsonParser tokens, List<String> keys) {
        for (var length = keys.size(); length > 0; length--) {
            var place = places.get(keys.subList(0, length));
            if (place != null) {
                return place;
            }
        }
        return start;
    }

    /** The parser itself refuses them. */
    @Override
    public void duplicate(String key, Position position) {}

    @Override
    public void controlCharacter(Position position) {
        controlCharacter.accept(position);
    }
}
