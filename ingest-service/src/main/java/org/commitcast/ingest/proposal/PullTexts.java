package org.commitcast.ingest.proposal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commitcast.ingest.forge.ForgePlace;
import org.jspecify.annotations.Nullable;

/** What pull requests say. */
final class PullTexts {
    private static final int MOST = 100;

    private PullTexts() {}

    /** A link of a proposal. */
    record Proposed(@Nullable String path, String platform, String url) {}

    /**
     * The text below the title.
     *
     * @param links all of them; so many at most are named
     * @param receipt what became of the commit that the proposal goes on top of
     */
    static String body(String introduction, List<Proposed> links, Optional<String> receipt) {
        String list = links.stream()
                .limit(MOST)
                .map(link -> "- `" + String.valueOf(link.path()).replace("`", "'") + "`: " + link.platform() + " <"
                        + link.url() + ">\n")
                .collect(Collectors.joining());
        String more = links.size() > MOST ? "- and " + (links.size() - MOST) + " more\n" : "";
        return introduction + "\n\n" + list + more
                + receipt.map(page -> "\nThe state that this goes on top of: " + page + "\n")
                        .orElse("");
    }

    /** At most so long, because forges refuse longer ones. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** A branch's name as the last part of an address: its slashes stay. */
    static String path(String branch) {
        return Stream.of(branch.split("/")).map(ForgePlace::encoded).collect(Collectors.joining("/"));
    }
}
