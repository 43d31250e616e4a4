package org.commitcast.contentreading.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.xml.XmlText;
import org.commitcast.contentreading.yaml.YamlList;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlNode;
import org.commitcast.contentreading.yaml.YamlReader;
import org.commitcast.contentreading.yaml.YamlScalar;

/** Builds the tree from a parser's tokens. Deep ones are refused. */
public final class TokenTree {

    private final JsonParser tokens;
    private final Places places;

    public TokenTree(JsonParser tokens, Places places) {
        this.tokens = tokens;
        this.places = places;
    }

    /** Where things stand in the file. */
    public interface Places {

        /** The place of the key that the parser is at, {@code keys} being those that lead to it and itself. */
        Position of(JsonParser tokens, List<String> keys);

        /** A key that the same object had before. */
        void duplicate(String key, Position position);

        /** A character that is left out, because no feed can carry it. */
        void controlCharacter(Position position);
    }

    /** The object that the parser is at the beginning of; it is at the object's end afterwards. */
    public YamlMap object() throws IOException {
        return object(List.of(), places.of(tokens, List.of()));
    }

    private YamlMap object(List<String> path, Position position) throws IOException {
        if (path.size() > YamlReader.MAX_DEPTH) {
            throw new StreamConstraintsException("nested too deeply");
        }
        var entries = new LinkedHashMap<String, YamlNode>();
        var keys = new LinkedHashMap<String, Position>();
        while (tokens.nextToken() == JsonToken.FIELD_NAME) {
            var below = new ArrayList<>(path);
            below.add(tokens.currentName());
            var place = places.of(tokens, below);
            var key = clean(tokens.currentName(), place);
            tokens.nextToken();
            if (entries.put(key, node(below, place)) != null) {
                places.duplicate(key, place);
            }
            keys.put(key, place);
        }
        return new YamlMap(entries, keys, position);
    }

    private YamlNode node(List<String> path, Position place) throws IOException {
        return switch (tokens.currentToken()) {
            case START_OBJECT -> object(path, place);
            case START_ARRAY -> {
                var elements = new ArrayList<YamlNode>();
                while (tokens.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(node(path, place));
                }
                yield new YamlList(elements, place);
            }
            case VALUE_STRING -> new YamlScalar(clean(tokens.getText(), place), false, place);
            case VALUE_NULL -> new YamlScalar("", true, place);
            // Numbers and booleans keep their spelling, as in YAML.
            default -> new YamlScalar(tokens.getText(), true, place);
        };
    }

    private String clean(String text, Position place) {
        if (XmlText.firstForbidden(text) >= 0) {
            places.controlCharacter(place);
        }
        return XmlText.strip(text);
    }
}
