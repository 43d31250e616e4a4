package org.commitcast.contentreading.transcript;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commitcast.contentreading.path.FileName;
import org.jspecify.annotations.Nullable;

/**
 * What joins a transcript to its episode.
 *
 * @param episodePath what the transcript says of its episode: the path in the repository, or the file's name or number
 * @param fileName the name without folder and ending, which may be the episode's as well
 * @param number the number that the name begins with
 * @param precision how exact the times of such files are; of two for one episode the more exact one is meant
 */
public record TranscriptKey(@Nullable String episodePath, String fileName, @Nullable Integer number, int precision) {

    private static final Pattern LEADING_NUMBER = Pattern.compile("(?:ep(?:isode)?[-_ ]?)?0*(\\d{1,5})(?!\\d|-\\d).*");
    private static final Pattern NUMBER = Pattern.compile("#?0*(\\d{1,5})");

    /** The key of a transcript. */
    public static TranscriptKey of(String path, @Nullable String episodePath) {
        var file = FileName.of(path);
        var precision = List.of("srt", "vtt").indexOf(file.extension()) + 1;
        return new TranscriptKey(
                episodePath, file.base(), leadingNumber(file.base()).orElse(null), precision);
    }

    /** The number that an episode's or transcript's name begins with; a date is none. */
    public static Optional<Integer> leadingNumber(String name) {
        var match = LEADING_NUMBER.matcher(name.toLowerCase(Locale.ROOT));
        return match.matches() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
    }

    /**
     * All that an episode answers to.
     *
     * @param episode the path of the episode's document
     * @param number the episode's number, if it says one
     */
    public static Set<String> names(String episode, @Nullable Integer number) {
        var file = FileName.of(episode);
        var names = new TreeSet<String>();
        names.add("path " + episode);
        names.add("path " + file.folder() + file.base());
        names.add("name " + file.base());
        names.add("name " + file.slug());
        Optional.ofNullable(number).or(() -> leadingNumber(file.slug())).ifPresent(own -> names.add("number " + own));
        return names;
    }

    /**
     * What the episode is to be called by, the surest first. What the transcript says itself excludes the rest: a file
     * that names its episode is not joined to another one because of its own name.
     */
    public List<String> wanted() {
        if (episodePath == null) {
            return number == null ? List.of("name " + fileName) : List.of("name " + fileName, "number " + number);
        }
        var said = episodePath.replaceFirst("^(?:\\./|/)+", "");
        if (said.indexOf('/') >= 0) {
            return List.of("path " + said);
        }
        var plain = List.of("path " + said, "name " + FileName.of(said).base());
        var digits = NUMBER.matcher(said);
        return digits.matches()
                ? List.of(plain.get(0), plain.get(1), "number " + Integer.valueOf(digits.group(1)))
                : plain;
    }

    /**
     * How surely it belongs to an episode: 3 the transcript says so, 2 the names are the same, 1 the numbers are, 0 not.
     * Of several candidates the surest is meant; a tie is none.
     *
     * @param episode the path of the episode's document
     * @param number the episode's number, if it says one
     */
    public int match(String episode, @Nullable Integer number) {
        var names = names(episode, number);
        var wanted = wanted();
        for (var i = 0; i < wanted.size(); i++) {
            if (names.contains(wanted.get(i))) {
                return episodePath != null ? 3 : 2 - i;
            }
        }
        return 0;
    }
}
