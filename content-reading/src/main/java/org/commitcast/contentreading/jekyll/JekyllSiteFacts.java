package org.commitcast.contentreading.jekyll;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.yaml.YamlMap;

/** What {@code _config.yml} says of the site, under the names by which themes and plugins look it up. */
final class JekyllSiteFacts {

    private JekyllSiteFacts() {}

    static Map<String, String> of(YamlMap config) {
        var author = config.map("author");
        var facts = new LinkedHashMap<String, String>();
        put(facts, "title", config.text("title").or(() -> config.text("name")));
        put(facts, "subtitle", config.text("subtitle").or(() -> config.text("tagline")));
        put(facts, "description", config.text("description"));
        put(facts, "url", url(config));
        put(facts, "language", config.text("lang").or(() -> config.text("language")));
        put(facts, "author", config.text("author").or(() -> author.text("name")));
        put(facts, "email", config.text("email").or(() -> author.text("email")));
        put(facts, "timezone", config.text("timezone"));
        return facts;
    }

    /** In Jekyll {@code url} is the host and {@code baseurl} the folder that the site lies in. */
    private static Optional<String> url(YamlMap config) {
        var folder = config.text("baseurl")
                .map(text -> text.replaceAll("^/*|/*$", ""))
                .orElse("");
        return config.text("url")
                .map(text -> text.replaceAll("/+$", ""))
                .map(host -> folder.isEmpty() ? host : host + "/" + folder);
    }

    private static void put(Map<String, String> facts, String name, Optional<String> value) {
        value.ifPresent(text -> facts.put(name, text));
    }
}
