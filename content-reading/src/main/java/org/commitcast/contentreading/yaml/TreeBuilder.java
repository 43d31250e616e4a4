package org.commitcast.contentreading.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.xml.XmlText;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds the tree from the parser's events, within limits, before anything of the size of a bomb can exist. */
final class TreeBuilder {

    private static final int MAX_ALIASES = 10;

    private final Iterator<Event> events;
    private final int firstLine;
    private final String rules;
    private final Findings findings;
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private int aliases;

    TreeBuilder(Iterator<Event> events, int firstLine, String rules, Findings findings) {
        this.events = events;
        this.firstLine = firstLine;
        this.rules = rules;
        this.findings = findings;
    }

    YamlNode build() {
        while (events.hasNext()) {
            var event = events.next();
            if (event instanceof NodeEvent node) {
                var root = node(node, 1);
                // The rest is read too: an error behind the value is an error of the file.
                events.forEachRemaining(rest -> {});
                return root;
            }
        }
        return new YamlScalar("", true, new Position(firstLine, 1));
    }

    private YamlNode node(NodeEvent event, int depth) {
        var position = positionOf(event);
        if (depth > YamlReader.MAX_DEPTH) {
            throw new YamlReader.LimitExceeded(
                    ".too-deep",
                    position,
                    "Nested more than " + YamlReader.MAX_DEPTH + " levels deep; make it flatter.");
        }
        if (event instanceof AliasEvent alias) {
            return aliased(alias, position);
        }
        var node = event instanceof ScalarEvent scalar
                ? new YamlScalar(clean(scalar.getValue(), position), scalar.isPlain(), position)
                : collection(event, depth, position);
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), node));
        return node;
    }

    private String clean(String value, Position position) {
        if (XmlText.firstForbidden(value) >= 0) {
            findings.controlCharacter(rules, position);
        }
        return XmlText.strip(value);
    }

    private YamlNode aliased(AliasEvent alias, Position position) {
        if (++aliases > MAX_ALIASES) {
            throw new YamlReader.LimitExceeded(
                    ".aliases", position, "More than " + MAX_ALIASES + " aliases (*name); write the values out.");
        }
        var name = alias.getAlias().getValue();
        var node = anchors.get(name);
        if (node == null) {
            // Also the way out of a collection that contains itself: its anchor is known only once it is complete.
            throw new YamlReader.LimitExceeded(
                    ".syntax", position, "The alias *" + name + " has no anchor before it; quote the value.");
        }
        return node;
    }

    private YamlNode collection(NodeEvent event, int depth, Position position) {
        return event.getEventId() == Event.ID.SequenceStart ? sequence(depth, position) : mapping(depth, position);
    }

    private YamlNode sequence(int depth, Position position) {
        var elements = new ArrayList<YamlNode>();
        for (var next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            elements.add(node((NodeEvent) next, depth + 1));
        }
        return new YamlList(elements, position);
    }

    private YamlNode mapping(int depth, Position position) {
        var entries = new LinkedHashMap<String, YamlNode>();
        var keys = new LinkedHashMap<String, Position>();
        var inherited = YamlMap.empty(position);
        for (var next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            var key = node((NodeEvent) next, depth + 1);
            var value = node((NodeEvent) events.next(), depth + 1);
            if (!(key instanceof YamlScalar scalar)) {
                throw new YamlReader.LimitExceeded(
                        ".syntax", key.position(), "A key must be a word, not a list or a mapping.");
            }
            if (scalar.plain() && scalar.value().equals("<<")) {
                inherited = mergedInto(inherited, value);
                continue;
            }
            if (entries.put(scalar.value(), value) != null) {
                findings.warning(
                        rules + ".duplicate-key",
                        key.position(),
                        "The key '" + scalar.value() + "' stands twice; the last one counts. Remove the other.");
            }
            keys.put(scalar.value(), key.position());
        }
        return new YamlMap(entries, keys, position).over(inherited);
    }

    private static YamlMap mergedInto(YamlMap inherited, YamlNode value) {
        var merged = inherited;
        for (var element : value.elements()) {
            merged = merged.over(element.asMap());
        }
        return merged;
    }

    private Position positionOf(Event event) {
        return event.getStartMark()
                .map(mark -> new Position(firstLine + mark.getLine(), mark.getColumn() + 1))
                .orElse(new Position(firstLine, 1));
    }
}
