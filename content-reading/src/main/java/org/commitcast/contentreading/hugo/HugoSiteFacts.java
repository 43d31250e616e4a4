package org.commitcast.contentreading.hugo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the configuration says of the site; themes look some of it up among the parameters. */
final class HugoSiteFacts {

    private HugoSiteFacts() {}

    static Map<String, String> of(HugoConfig config) {
        var root = config.variables();
        // What is said for the default language counts more than what is said for all.
        var site = root.map("languages").map(config.defaultLanguage()).over(root);
        var params = site.map("params");
        var author = params.map("author").over(site.map("author"));
        var facts = new LinkedHashMap<String, String>();
        put(facts, "title", site.text("title"));
        put(facts, "subtitle", params.text("subtitle").or(() -> params.text("tagline")));
        put(facts, "description", params.text("description").or(() -> site.text("description")));
        put(facts, "url", site.text("baseurl"));
        put(
                facts,
                "language",
                site.text("languagecode").or(() -> site.text("locale")).or(() -> root.text("defaultcontentlanguage")));
        put(facts, "author", params.text("author").or(() -> site.text("author")).or(() -> author.text("name")));
        put(facts, "email", author.text("email").or(() -> params.text("email")));
        put(facts, "copyright", site.text("copyright"));
        put(facts, "timezone", site.text("timezone"));
        return facts;
    }

    private static void put(Map<String, String> facts, String name, Optional<String> value) {
        value.ifPresent(text -> facts.put(name, text));
    }
}
