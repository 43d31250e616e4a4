package org.commitcast.contentreading.generator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.yaml.YamlMap;

/**
 * The rules by which a tool makes a site's pages of the files of its repository, as far as feeds depend on them.
 * Immutable; all paths are relative to the repository's root.
 */
public interface Generator {

    /** As it is written in a site's definition. */
    String name();

    /** The file that configures it, for people; empty where there is none. */
    Optional<String> configuration();

    /** What its configuration says of the site, by the names of the site's settings. */
    Map<String, String> siteFacts();

    /** What texts may ask for by name, as the configuration says it. */
    YamlMap variables();

    /** Which front matter the tool takes. */
    FrontMatterForms frontMatter();

    /** What texts may hold beside Markdown. */
    Templating templating();

    /** What a path may hold, transcripts and shared files aside. */
    InputKind classify(String path);

    /** Whether the tool leaves a path out whatever it holds. */
    boolean leavesOut(String path);

    /** Whether what a document says of itself may hold for others as well. */
    default boolean shares(String path) {
        return false;
    }

    /** What such a document says for the others, to be compared. */
    default Object shared(YamlMap frontMatter) {
        return frontMatter.toJson();
    }

    /** Whether a file's name alone, beside others, says how the tool takes those. */
    default boolean groups(String path) {
        return false;
    }

    /** The path in the repository of what the site's own texts call by a path. */
    default String located(String file) {
        return file;
    }

    /**
     * The document that another one refers to by its name, as far as that can be told without opening it.
     *
     * @param path of the document that refers
     * @param reference without its fragment
     */
    default Optional<String> referred(String path, String reference) {
        return Optional.empty();
    }

    /** Where a document stands in the site. */
    Place place(String path);

    /** A document's values with those that it has without saying them, under the names by which they are looked up. */
    YamlMap values(String path, YamlMap frontMatter);

    /** Whether a document's own words let it out: no draft, and nothing that keeps it without a page. */
    boolean published(String path, YamlMap values);

    /** Whether a document lies where nothing is published yet, so that it may lack what others need. */
    default boolean unfinished(String path) {
        return false;
    }

    /** What dates a document. */
    DateRules dates(String path);

    /** The values of what a document lies in and that is dated itself: the document is out only while all of that is. */
    default List<YamlMap> around(String path) {
        return List.of();
    }

    /** The date that a file's name begins with. */
    default Optional<String> dateInName(String path) {
        var file = FileName.of(path);
        return file.date().or(() -> Optional.of(file.slug()).filter(name -> name.matches("\\d{4}-\\d{2}-\\d{2}")));
    }

    /** Where a document's page is. */
    Page page(PageSource source);

    /** The title that a text has in itself, where the tool looks for it there. */
    default Optional<String> titleIn(String body) {
        return Optional.empty();
    }

    /** The beginning of a text that stands for the whole. */
    String excerpt(String body, YamlMap values);
}
