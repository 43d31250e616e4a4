package org.commitcast.notify.source.hackernews;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What finds an address among those of stories. Algolia takes both apart into words, at all that is no letter or digit,
 * and gives the stories that have all words of the query; those within quotation marks must stand there one after
 * another. So the query has what all spellings of the address have in common: not the scheme nor {@code www.}, which
 * would be words that some stories lack.
 *
 * @see <a href="https://www.algolia.com/doc/api-reference/api-parameters/advancedSyntax">phrases</a>
 * @see <a href="https://www.algolia.com/doc/api-reference/api-parameters/query">512 bytes at most</a>
 */
final class StoryQuery {
    private static final int MOST_BYTES = 512;

    private static final Pattern PARTS = Pattern.compile("(?i)[a-z]+://(?:www\\.)?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");
    private static final Pattern INDEX = Pattern.compile("(?i)/(?:index|default)\\.(?:html?|php|aspx?)$");
    private static final Pattern PAGE_TYPE = Pattern.compile("(?i)(?<=[^/])\\.html?$");

    /** A file is the same with other parameters. */
    private static final Pattern FILE = Pattern.compile("(?i).*\\.(mp3|m4a|m4b|aac|ogg|oga|opus|flac|wav|mp4|m4v|mov)");

    private StoryQuery() {}

    static String of(URI address) {
        Matcher parts = PARTS.matcher(address.toString());
        if (!parts.matches()) {
            return phrase(address.toString());
        }
        String page = PAGE_TYPE
                .matcher(INDEX.matcher(parts.group(1)).replaceFirst("/"))
                .replaceFirst("");
        String phrase = phrase(page + route(parts.group(3)));
        String parameters = FILE.matcher(page).matches() ? "" : parameters(parts.group(2));
        String query = parameters.isEmpty() ? phrase : phrase + " " + parameters;
        return bytes(query) <= MOST_BYTES ? query : phrase;
    }

    /** Pages that scripts show by what stands behind the sign. */
    private static String route(@Nullable String fragment) {
        return fragment != null && (fragment.startsWith("!") || fragment.startsWith("/")) ? "#" + fragment : "";
    }

    /** As much as there is room for: what has the beginning in common is told apart later. */
    private static String phrase(String words) {
        String text = words.replace('"', ' ').strip();
        while (bytes(text) > MOST_BYTES - 2) {
            // Half a word would be another one.
            String shorter = text.replaceFirst("[^\\p{L}\\p{N}]+[\\p{L}\\p{N}]*$", "");
            text = shorter.length() < text.length() ? shorter : text.substring(0, text.length() / 2);
        }
        return '"' + text.replaceFirst("/+$", "") + '"';
    }

    /** In whatever order; a dash before a word would mean that there must be none such. */
    private static String parameters(@Nullable String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(parameter -> !parameter.toLowerCase(Locale.ROOT).startsWith("utm_"))
                        .map(parameter ->
                                parameter.replaceAll("[^\\p{L}\\p{N}]+", " ").strip())
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" "));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
