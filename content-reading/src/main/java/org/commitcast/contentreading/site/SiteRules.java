package org.commitcast.contentreading.site;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.commitcast.contentreading.generator.Generator;
import org.commitcast.contentreading.limit.ReadingLimits;
import org.jspecify.annotations.Nullable;

/** The effective rules of a site, immutable. Each value knows who said it. */
public final class SiteRules {

    /** Found once, because every document asks for many of them. */
    private final IdentityHashMap<Setting<?>, Effective<?>> effective = new IdentityHashMap<>();

    private final Generator generator;
    private final ReadingLimits limits;

    /**
     * The rules of one state of a repository.
     *
     * @param layers what each source says; the order of {@link Origin} decides
     */
    public SiteRules(Map<Origin, SiteSettings> layers, Generator generator, ReadingLimits limits) {
        this.generator = generator;
        this.limits = limits;
        Setting.ALL.forEach(setting -> effective.put(setting, find(layers, setting)));
    }

    /** The value in force and its origin. */
    public <T> Effective<T> effective(Setting<T> setting) {
        var found = Objects.requireNonNull(effective.get(setting), setting::name);
        return new Effective<>(setting.type().cast(found.value()), found.origin());
    }

    private static <T> Effective<T> find(Map<Origin, SiteSettings> layers, Setting<T> setting) {
        for (var origin : Origin.values()) {
            var value = layers.getOrDefault(origin, SiteSettings.none()).get(setting);
            if (value.isPresent()) {
                return new Effective<>(value.get(), origin);
            }
        }
        return new Effective<>(null, Origin.DEFAULT);
    }

    /** The value in force, if there is one. */
    public <T> Optional<T> get(Setting<T> setting) {
        return Optional.ofNullable(effective(setting).value());
    }

    /** Every setting by its name, in the order in which they are shown. */
    public Map<String, Effective<?>> all() {
        var all = new LinkedHashMap<String, Effective<?>>();
        Setting.ALL.forEach(setting -> all.put(setting.name(), effective(setting)));
        return all;
    }

    /** Who said a value, for people; the generator's configuration by its path. */
    public String sourceOf(Effective<?> value) {
        return value.origin() == Origin.GENERATOR
                ? generator.configuration().orElse(Origin.GENERATOR.label())
                : value.origin().label();
    }

    /** How the tool that makes the site's pages reads documents. */
    public Generator generator() {
        return generator;
    }

    /** What files may take. */
    public ReadingLimits limits() {
        return limits;
    }

    /** For dates without a zone. */
    public ZoneId zone() {
        return get(Setting.TIMEZONE).map(ZoneId::of).orElse(ZoneOffset.UTC);
    }

    /** Where the site's pages live, without a closing slash; null where nobody said. */
    public @Nullable String siteUrl() {
        return get(Setting.URL)
                .map(URI::toString)
                .map(url -> url.replaceAll("/+$", ""))
                .orElse(null);
    }

    public HtmlPolicy htmlPolicy() {
        return get(Setting.HTML_POLICY).orElse(HtmlPolicy.SAFE);
    }

    public Typography typography() {
        return get(Setting.TYPOGRAPHY).orElse(Typography.ANY);
    }

    public EnclosureProbing enclosureProbe() {
        return get(Setting.ENCLOSURE_PROBE).orElse(EnclosureProbing.OFF);
    }

    public PathPatterns paths() {
        return get(Setting.PATHS).orElse(PathPatterns.NONE);
    }

    /** What Commitcast itself writes into the repository. */
    public PublishedFiles published() {
        return get(Setting.PUBLISH).orElse(PublishedFiles.NONE);
    }

    public FieldKeys fields() {
        return get(Setting.FIELDS).orElse(FieldKeys.USUAL);
    }

    /** Whether documents go out before their date. */
    public FutureDates future() {
        return get(Setting.FUTURE).orElse(FutureDates.AS_GENERATED);
    }

    public DiscussionKeys discussionKeys() {
        return get(Setting.DISCUSSION_KEYS).orElseGet(DiscussionKeys::usual);
    }
}
