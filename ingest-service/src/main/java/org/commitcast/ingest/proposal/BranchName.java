package org.commitcast.ingest.proposal;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a proposal's branch is called. */
public final class BranchName {
    private static final int MOST = 1000;
    private static final int LONGEST_NAME = 60;

    private final String first;

    private BranchName(String first) {
        this.first = first;
    }

    /**
     * Of a proposal.
     *
     * @param beginning of all our branches' names
     * @param name what its links have in common, which may be any text
     */
    public static BranchName of(String beginning, String name) {
        return new BranchName(name.isEmpty() ? beginning : beginning + "-" + plain(name));
    }

    private static String plain(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        if (plain.equals(name)) {
            return plain.length() <= LONGEST_NAME ? plain : distinct(plain.substring(0, LONGEST_NAME), name);
        }
        // Others may be as plain as this one.
        return distinct(plain.substring(0, Math.min(LONGEST_NAME, plain.length())), name);
    }

    private static String distinct(String plain, String name) {
        String digest =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return plain + (plain.isEmpty() || plain.endsWith("-") ? "" : "-") + digest.substring(0, 8);
    }

    /** The names that it may have, the first ones first. */
    public Stream<String> candidates() {
        return Stream.concat(Stream.of(first), IntStream.range(2, MOST).mapToObj(number -> first + "-" + number));
    }

    /** The branch beside which Git has no room for these names: one is a folder where the other is a file. */
    public Optional<String> inTheWay(Collection<String> branches) {
        return branches.stream()
                .filter(branch -> first.startsWith(branch + "/") || branch.startsWith(first + "/"))
                .findFirst();
    }
}
