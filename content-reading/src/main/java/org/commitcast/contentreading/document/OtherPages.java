package org.commitcast.contentreading.document;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.generator.PageSource;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.shortcode.PageFacts;
import org.commitcast.contentreading.site.FieldValues;
import org.commitcast.contentreading.site.SiteRules;
import org.commitcast.contentreading.yaml.YamlMap;

/**
 * What a document may ask for beside itself. Addresses of other pages are made of their files' names alone: if a
 * document depended on what is in other files, each change would mean reading all of them.
 */
final class OtherPages implements PageFacts {

    private static final Pattern HOST = Pattern.compile("^https?://[^/]+");
    private static final YamlMap NOTHING = new YamlMap(Map.of(), Map.of(), Position.START);

    private final SiteRules rules;
    private final String path;
    private final FieldValues values;

    OtherPages(SiteRules rules, String path, FieldValues values) {
        this.rules = rules;
        this.path = path;
        this.values = values;
    }

    static String withoutHost(String url) {
        return HOST.matcher(url).replaceFirst("");
    }

    /** The address of a file of the repository, from the host's root on: of a document its page's. */
    Optional<String> fromRoot(String file) {
        var clean = file.startsWith("/") ? file.substring(1) : file;
        if (clean.isBlank() || clean.contains("..") || clean.length() > 1000) {
            return Optional.empty();
        }
        var document = rules.generator().located(clean);
        return Optional.of(
                rules.generator().classify(document) == InputKind.DOCUMENT
                        ? withoutHost(address(document))
                        : withoutHost(site() + "/" + clean));
    }

    private String site() {
        var site = rules.siteUrl();
        return site == null ? "" : site;
    }

    private String address(String document) {
        var file = FileName.of(document);
        var source = new PageSource(document, NOTHING, file.slug(), date(file), rules.zone());
        var page = rules.generator().page(source);
        return new Addresses(rules)
                .of(page, new FieldValues(NOTHING, rules.fields()))
                .url();
    }

    private ZonedDateTime date(FileName file) {
        try {
            var day = file.date().map(LocalDate::parse).orElse(LocalDate.EPOCH);
            return day.atStartOfDay(rules.zone());
        } catch (DateTimeParseException e) {
            return LocalDate.EPOCH.atStartOfDay(rules.zone());
        }
    }

    @Override
    public Optional<String> parameter(String name) {
        var key = name.toLowerCase(Locale.ROOT);
        var site = rules.generator().variables();
        return values.map()
                .text(key)
                .or(() -> values.map().map("params").text(key))
                .or(() -> site.map("params").text(key))
                .or(() -> site.map("extra").text(key));
    }

    /** As Hugo looks pages up: from the content's root where a folder is named, else beside the document itself. */
    @Override
    public Optional<String> page(String reference) {
        var hash = reference.indexOf('#');
        var target = hash < 0 ? reference : reference.substring(0, hash);
        var anchor = hash < 0 ? "" : reference.substring(hash);
        if (target.isEmpty()) {
            return Optional.of(anchor);
        }
        if (target.contains("..") || target.length() > 1000 || target.contains("://")) {
            return Optional.empty();
        }
        var slash = path.indexOf('/');
        var root = slash < 0 ? "" : path.substring(0, slash + 1);
        var here = FileName.of(path);
        var beside = here.base().equals("index") ? parent(here.folder()) : here.folder();
        var clean = target.replaceFirst("^(?:\\./|/)+", "");
        var file = (clean.equals(target) && target.indexOf('/') < 0 ? beside : root) + clean;
        var document = file.endsWith("/") ? file + "_index.md" : file.endsWith(".md") ? file : file + ".md";
        return Optional.of(address(document) + anchor);
    }

    private static String parent(String folder) {
        var slash = folder.lastIndexOf('/', folder.length() - 2);
        return folder.substring(0, slash + 1);
    }
}
