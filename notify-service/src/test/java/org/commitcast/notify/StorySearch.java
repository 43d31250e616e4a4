package org.commitcast.notify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds stories as Algolia does: by words, all of which a story must have; by default a word may have typos and the last
 * one may be the beginning of one. Those between quotation marks stand one after another, as they are; one with a dash
 * before it must not be there. The most voted come first.
 *
 * @see <a href="https://www.algolia.com/doc/guides/managing-results/optimize-search-results/typo-tolerance/">typos</a>
 */
final class StorySearch {
    private static final int MOST_BYTES = 512;
    private static final int USUAL_PAGE = 20;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|[+#$]");
    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|(-?)([^\\s\"]+)");

    private final Map<String, String> parameters;

    StorySearch(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** Answered with status 400. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    List<ObjectNode> find(Collection<ObjectNode> stories) throws Refused {
        String query = parameters.getOrDefault("query", "");
        if (query.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new Refused("query is too long");
        }
        String attribute = parameters.getOrDefault("restrictSearchableAttributes", "title");
        return stories.stream()
                .filter(story -> isFound(query, words(story.path(attribute).asText())))
                .sorted(Comparator.comparingInt(
                                (ObjectNode story) -> story.path("score").asInt())
                        .reversed())
                .limit(Integer.parseInt(parameters.getOrDefault("hitsPerPage", String.valueOf(USUAL_PAGE))))
                .toList();
    }

    private boolean isFound(String query, List<String> story) {
        // The HTTP interface of Hacker News has it on unless it is told otherwise.
        boolean advanced = !parameters.getOrDefault("advancedSyntax", "true").equals("false");
        Matcher part = PART.matcher(advanced ? query : query.replaceAll("[\"-]", " "));
        List<String> single = new ArrayList<>();
        while (part.find()) {
            if (part.group(1) != null) {
                if (Collections.indexOfSubList(story, words(part.group(1))) < 0) {
                    return false;
                }
            } else if (part.group(2).isEmpty()) {
                single.addAll(words(part.group(3)));
            } else if (story.containsAll(words(part.group(3)))) {
                return false;
            }
        }
        for (int i = 0; i < single.size(); i++) {
            boolean beginning = i == single.size() - 1
                    && !parameters.getOrDefault("queryType", "prefixLast").equals("prefixNone");
            String word = single.get(i);
            if (story.stream().noneMatch(of -> isMeant(word, of, beginning))) {
                return false;
            }
        }
        return true;
    }

    private boolean isMeant(String word, String of, boolean beginning) {
        if (word.equals(of) || (beginning && of.startsWith(word))) {
            return true;
        }
        boolean tolerant = !parameters.getOrDefault("typoTolerance", "true").equals("false");
        int typos = word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
        return tolerant && distance(word, of) <= typos;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, Math.min(now[j - 1], before[j]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}
