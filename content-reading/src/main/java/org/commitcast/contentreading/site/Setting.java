package org.commitcast.contentreading.site;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.commitcast.contentevents.DiscussionDefinition;
import org.commitcast.contentevents.PodcastDefinition;

/**
 * A thing that can be said of a site. The names are those of the REST definition and of {@code .commitcast.yml}.
 *
 * @param name as it is written
 * @param type of the value
 * @param inRepository whether {@code .commitcast.yml} may say it
 * @param expected what a value looks like, for messages
 * @param reader from JSON or YAML: strings, numbers, booleans, lists and maps
 */
public record Setting<T>(
        String name, Class<T> type, boolean inRepository, String expected, Function<Object, Optional<T>> reader) {

    public static final Setting<String> TITLE = text("title");
    public static final Setting<String> SUBTITLE = text("subtitle");
    public static final Setting<String> DESCRIPTION = text("description");
    public static final Setting<URI> URL = new Setting<>(
            "url", URI.class, true, "an address that begins with https:// or http://", SettingValues::address);
    public static final Setting<String> LANGUAGE = text("language");
    public static final Setting<String> AUTHOR = text("author");
    public static final Setting<String> EMAIL = text("email");
    public static final Setting<URI> IMAGE = new Setting<>(
            "image", URI.class, true, "an address that begins with https:// or http://", SettingValues::address);
    public static final Setting<String> CATEGORY = text("category");
    public static final Setting<Categories> CATEGORIES = new Setting<>(
            "categories",
            Categories.class,
            true,
            "a list of categories, such as Technology, or Leisure > Hobbies for one within another",
            SettingValues::categories);
    /** What players are told of the show. */
    public static final Setting<PodcastDefinition> PODCAST = new Setting<>(
            "podcast",
            PodcastDefinition.class,
            true,
            "an object with guid, locked, type, funding, persons and the like",
            SettingValues::podcast);

    /** Whoever can push must not be able to make this deployment connect to others. */
    public static final Setting<URI> HUB = new Setting<>(
            "hub", URI.class, false, "an address that begins with https:// or http://", SettingValues::address);

    public static final Setting<Boolean> DISCUSSION_LIST =
            new Setting<>("discussionList", Boolean.class, true, "true or false", SettingValues::truth);
    /** What is done about discussions, and into which communities maintainers are asked to submit. */
    public static final Setting<DiscussionDefinition> DISCUSSIONS = new Setting<>(
            "discussions",
            DiscussionDefinition.class,
            true,
            "an object with policy (accept, propose or never by platform) and submit (a community by platform)",
            SettingValues::discussionRules);

    public static final Setting<Boolean> EXPLICIT =
            new Setting<>("explicit", Boolean.class, true, "true or false", SettingValues::truth);
    public static final Setting<String> COPYRIGHT = text("copyright");
    public static final Setting<String> TIMEZONE =
            new Setting<>("timezone", String.class, true, "a time zone such as Europe/Berlin", SettingValues::zone);
    public static final Setting<String> GUID_PATTERN = text("guidPattern");
    public static final Setting<String> LINK_PATTERN = text("linkPattern");
    public static final Setting<EnclosurePrefix> ENCLOSURE_PREFIX = new Setting<>(
            "enclosurePrefix",
            EnclosurePrefix.class,
            true,
            "an https address, or url and target (without_scheme, whole, encoded)",
            SettingValues::prefix);
    public static final Setting<String> GENERATOR = new Setting<>(
            "generator", String.class, true, "one of " + String.join(", ", Generators.NAMES), SettingValues::generator);
    public static final Setting<String> FOLDER = new Setting<>(
            "folder", String.class, true, "a folder of the repository, such as website", SettingValues::folder);
    public static final Setting<FutureDates> FUTURE = new Setting<>(
            "future",
            FutureDates.class,
            true,
            "true or false, or one of them under episodes and posts",
            SettingValues::future);
    public static final Setting<PathPatterns> PATHS = new Setting<>(
            "paths",
            PathPatterns.class,
            true,
            "lists of path patterns under episodes, posts and transcripts",
            SettingValues::paths);
    public static final Setting<FieldKeys> FIELDS = new Setting<>(
            "fields",
            FieldKeys.class,
            true,
            "front matter keys under a field's name, such as enclosure: podcast_file",
            SettingValues::fields);
    public static final Setting<DiscussionKeys> DISCUSSION_KEYS = new Setting<>(
            "discussionKeys",
            DiscussionKeys.class,
            true,
            "a front matter key under a platform's name, such as reddit",
            SettingValues::discussions);
    /** Whoever can push must not be able to lift the sanitising of what they push. */
    public static final Setting<HtmlPolicy> HTML_POLICY =
            new Setting<>("htmlPolicy", HtmlPolicy.class, false, "safe or as-is", SettingValues::policy);

    public static final Setting<Typography> TYPOGRAPHY =
            new Setting<>("typography", Typography.class, true, "any or plain", SettingValues::typography);
    /** Whoever can push must not be able to make this deployment connect to others. */
    public static final Setting<EnclosureProbing> ENCLOSURE_PROBE =
            new Setting<>("enclosureProbe", EnclosureProbing.class, false, "off, warn or hold", SettingValues::probing);

    /** Whoever can push must not be able to have feeds written anywhere; the definition says it in its own words. */
    public static final Setting<PublishedFiles> PUBLISH = new Setting<>(
            "publish",
            PublishedFiles.class,
            false,
            "a branch and a path, in the site's definition",
            said -> Optional.of(PublishedFiles.NONE));

    /** All of them, in the order in which they are shown. */
    public static final List<Setting<?>> ALL = List.of(
            TITLE,
            SUBTITLE,
            DESCRIPTION,
            URL,
            LANGUAGE,
            AUTHOR,
            EMAIL,
            IMAGE,
            CATEGORY,
            CATEGORIES,
            PODCAST,
            HUB,
            DISCUSSION_LIST,
            DISCUSSIONS,
            EXPLICIT,
            COPYRIGHT,
            TIMEZONE,
            GENERATOR,
            FOLDER,
            FUTURE,
            GUID_PATTERN,
            LINK_PATTERN,
            ENCLOSURE_PREFIX,
            PATHS,
            FIELDS,
            DISCUSSION_KEYS,
            HTML_POLICY,
            TYPOGRAPHY,
            ENCLOSURE_PROBE,
            PUBLISH);

    private static Setting<String> text(String name) {
        return new Setting<>(name, String.class, true, "text", SettingValues::text);
    }

    /** What the one source says of this, over what the other does. */
    SiteSettings copy(SiteSettings from, SiteSettings to) {
        return from.get(this).map(value -> to.with(this, value)).orElse(to);
    }

    @Override
    public String toString() {
        return name;
    }
}
