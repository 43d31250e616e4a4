package org.commitcast.contentreading.transcript;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.contentreading.path.FileName;
import org.jspecify.annotations.Nullable;

/**
 * What joins a transcript to its episode.
 *
 * @param episodePath the episode's path in the repository, where the transcript says it
 * @param fileName the name without folder and ending, which may be the episode's as well
 * @param number the number that the name begins with
 */
public record TranscriptKey(@Nullable String episodePath, String fileName, @Nullable Integer number) {

    private static final Pattern LEADING_NUMBER = Pattern.compile("(?:ep(?:isode)?[-_ ]?)?0*(\\d{1,5})(?!\\d|-\\d).*");

    /** The key of a transcript. */
    public static TranscriptKey of(String path, @Nullable String episodePath) {
        var base = FileName.of(path).base();
        return new TranscriptKey(episodePath, base, leadingNumber(base).orElse(null));
    }

    /** The number that an episode's or transcript's name begins with; a date is none. */
    public static Optional<Integer> leadingNumber(String name) {
        var match = LEADING_NUMBER.matcher(name.toLowerCase(Locale.ROOT));
        return match.matches() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
    }

    /**
     * How surely it belongs to an episode: 3 the transcript says so, 2 the names are the same, 1 the numbers are, 0 not.
     * Of several candidates the surest is meant; a tie is none.
     *
     * @param episode the path of the episode's document
     * @param number the episode's number, if it says one
     */
    public int match(String episode, @Nullable Integer number) {
        if (episodePath != null) {
            return episodePath.equals(episode) ? 3 : 0;
        }
        var name = FileName.of(episode);
        if (fileName.equals(name.base()) || fileName.equals(name.slug())) {
            return 2;
        }
        var own = number != null ? Optional.of(number) : leadingNumber(name.slug());
        return this.number != null && own.filter(this.number::equals).isPresent() ? 1 : 0;
    }
}
