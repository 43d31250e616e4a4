package org.commitcast.contentreading.site;

import java.util.List;
import org.commitcast.contentreading.path.Glob;

/**
 * Which paths hold which kind, as globs ({@code *} within a folder, {@code **} across folders); one that begins with an
 * exclamation mark takes paths out again. Empty lists leave the decision to the generator's rules.
 */
public record PathPatterns(List<String> episodes, List<String> posts, List<String> transcripts) {

    public PathPatterns {
        episodes = List.copyOf(episodes);
        posts = List.copyOf(posts);
        transcripts = List.copyOf(transcripts);
    }

    public static final PathPatterns NONE = new PathPatterns(List.of(), List.of(), List.of());

    public boolean episode(String path) {
        return matches(episodes, path);
    }

    public boolean post(String path) {
        return matches(posts, path);
    }

    public boolean transcript(String path) {
        return matches(transcripts, path);
    }

    private static boolean matches(List<String> globs, String path) {
        return globs.stream().filter(glob -> !glob.startsWith("!")).anyMatch(glob -> Glob.matches(glob, path))
                && globs.stream()
                        .filter(glob -> glob.startsWith("!"))
                        .noneMatch(glob -> Glob.matches(glob.substring(1), path));
    }
}
