package org.commitcast.feedrendering.podcast;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.commitcast.contentevents.PodcastDefinition.Person;
import org.commitcast.feedrendering.document.FrontMatter;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part in a show or an episode.
 *
 * @see <a href="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/person.md">podcast:person</a>
 */
record Credit(
        String name, @Nullable String role, @Nullable String group, @Nullable String image, @Nullable String page) {

    static Credit of(Person person) {
        return new Credit(person.name(), person.role(), person.group(), text(person.image()), text(person.url()));
    }

    /** What front matter says: a name, or a map with one. */
    static Optional<Credit> of(JsonNode said, @Nullable String usualRole) {
        if (said.isTextual()) {
            return Optional.of(new Credit(said.asText().strip(), usualRole, null, null, null))
                    .filter(Credit::hasName);
        }
        FrontMatter person = new FrontMatter(said);
        return person.text("name", "title")
                .map(name -> new Credit(
                        name,
                        person.text("role").orElse(usualRole),
                        person.text("group").orElse(null),
                        person.address("img", "image", "avatar", "photo", "picture")
                                .orElse(null),
                        person.address("href", "url", "link", "website", "homepage")
                                .orElse(null)));
    }

    boolean hasName() {
        return !name.isBlank();
    }

    /** Who is named without a role is a host. */
    boolean isHost() {
        return role == null || role.toLowerCase(Locale.ROOT).contains("host");
    }

    void writeTo(PodcastXml xml) {
        xml.element("person")
                .attribute("role", role)
                .attribute("group", group)
                .attribute("img", image)
                .attribute("href", page)
                .text(name);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
