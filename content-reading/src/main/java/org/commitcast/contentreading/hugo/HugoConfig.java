package org.commitcast.contentreading.hugo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commitcast.contentreading.generator.DateRules;
import org.commitcast.contentreading.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/**
 * What a site's configuration says of reading documents.
 *
 * @param file where most of it stands; null where there is none
 * @param languages by code, the default one among them
 * @param mounts where the pages' files lie
 * @param permalinks the pattern of each section's pages
 * @param mainSections the sections that the site shows first
 * @param dates what dates a document
 * @param drafts whether drafts are published
 * @param cascade values that all documents have without saying them
 * @param variables all of it, keys in lower case
 */
record HugoConfig(
        @Nullable String file,
        String defaultLanguage,
        Map<String, Language> languages,
        List<Mount> mounts,
        Map<String, String> permalinks,
        Set<String> mainSections,
        UglyUrls uglyUrls,
        PathSpelling spelling,
        DateRules dates,
        boolean drafts,
        int summaryLength,
        List<Cascade> cascade,
        YamlMap variables) {

    HugoConfig {
        languages = Map.copyOf(languages);
        mounts = List.copyOf(mounts);
        permalinks = Map.copyOf(permalinks);
        mainSections = Set.copyOf(mainSections);
        cascade = List.copyOf(cascade);
    }

    /** Which pages are files of their own instead of folders. */
    record UglyUrls(boolean all, Set<String> sections) {
        UglyUrls {
            sections = Set.copyOf(sections);
        }

        boolean in(String section) {
            return all || sections.contains(section);
        }
    }
}
