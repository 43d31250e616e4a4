package org.commitcast.feedrendering.podcast;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.PodcastDefinition.Person;
import org.commitcast.feedrendering.document.FrontMatter;
import org.commitcast.feedrendering.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * Writes who takes part in an episode. What an episode says replaces all that the show says, so one that names its
 * guests alone says the show's hosts once more.
 */
final class Credits {
    private Credits() {}

    static void write(PodcastXml xml, Item item) {
        for (Credit credit : of(item)) {
            credit.writeTo(xml);
        }
    }

    private static List<Credit> of(Item item) {
        FrontMatter said = item.frontMatter();
        List<Credit> credits = new ArrayList<>();
        add(credits, said.list("hosts", "host"), null);
        add(credits, said.list("persons", "person", "people", "podcast_persons"), null);
        add(credits, said.list("guests", "guest"), "guest");
        if (!credits.isEmpty() && credits.stream().noneMatch(Credit::isHost)) {
            List<Person> show = item.inputs().settings().persons();
            credits.addAll(
                    0, show.stream().map(Credit::of).filter(Credit::isHost).toList());
        }
        return credits.size() < 2 ? credits : once(credits);
    }

    private static void add(List<Credit> credits, List<JsonNode> said, @Nullable String usualRole) {
        said.forEach(node -> Credit.of(node, usualRole).ifPresent(credits::add));
    }

    private static List<Credit> once(List<Credit> credits) {
        Map<List<@Nullable String>, Credit> known = new LinkedHashMap<>();
        credits.forEach(credit -> known.putIfAbsent(Arrays.asList(credit.name(), credit.role()), credit));
        return List.copyOf(known.values());
    }
}
