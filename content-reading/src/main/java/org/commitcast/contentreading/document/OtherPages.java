package org.commitcast.contentreading.document;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
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
    private static final ZonedDateTime LONG_AGO = LocalDate.EPOCH.atStartOfDay(ZoneOffset.UTC);
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
        return rules.generator().classify(document) == InputKind.DOCUMENT
                ? address(document).map(OtherPages::withoutHost)
                : Optional.of(withoutHost(site() + "/" + clean));
    }

    private String site() {
        var site = rules.siteUrl();
        return site == null ? "" : site;
    }

    /** Empty where it depends on a date that only the document itself says. */
    private Optional<String> address(String document) {
        var date = rules.generator().dateInName(document).flatMap(text -> StatedDate.parse(text, rules.zone()));
        var address = address(document, date.orElse(LONG_AGO));
        return Optional.of(address)
                .filter(found -> date.isPresent() || found.equals(address(document, LONG_AGO.plusDays(400))));
    }

    private String address(String document, ZonedDateTime date) {
        var source = new PageSource(document, NOTHING, FileName.of(document).slug(), date, rules.zone());
        var page = rules.generator().page(source);
        return new Addresses(rules)
                .of(page, new FieldValues(NOTHING, rules.fields()))
                .url();
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

    @Override
    public Optional<String> page(String reference) {
        var hash = reference.indexOf('#');
        var target = hash < 0 ? reference : reference.substring(0, hash);
        var anchor = hash < 0 ? "" : reference.substring(hash);
        if (target.isEmpty()) {
            return Optional.of(anchor);
        }
        return target.length() > 1000
                ? Optional.empty()
                : rules.generator()
                        .referred(path, target)
                        .flatMap(this::address)
                        .map(address -> address + anchor);
    }
}
