package org.commitcast.ingest.site;

import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how discussion links are written into documents.
 *
 * @param name, email of the commits' author
 * @param message the commits' first line
 * @param proposal how links are proposed, where they are
 */
public record WriteBackStatement(
        boolean enabled,
        Mode mode,
        @Nullable String name,
        @Nullable String email,
        @Nullable String message,
        ProposalStatement proposal) {
    static final WriteBackStatement ON =
            new WriteBackStatement(true, Mode.COMMIT, null, null, null, ProposalStatement.USUAL);
    static final WriteBackStatement OFF =
            new WriteBackStatement(false, Mode.COMMIT, null, null, null, ProposalStatement.USUAL);

    /** Where links go. */
    public enum Mode {
        /** Onto the branch itself, and into a proposal only where the branch takes no pushes from us. */
        COMMIT,
        /** Always onto a branch of their own, for people to merge. */
        PROPOSAL;

        /** As definitions write it. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Mode> labelled(String label) {
            return Stream.of(values())
                    .filter(mode -> mode.label().equals(label))
                    .findFirst();
        }
    }

    /**
     * How links are proposed.
     *
     * @param branch with which the names of our branches begin; absent means as the deployment has it
     * @param title, body of the pull or merge request; absent likewise
     * @param forge absent means that the host does not tell it either
     * @param api the base of the forge's API; absent means where such a forge usually has it
     * @param repository its path at the forge; absent means that of its address
     */
    public record ProposalStatement(
            @Nullable String branch,
            @Nullable String title,
            @Nullable String body,
            @Nullable ForgeKind forge,
            @Nullable URI api,
            @Nullable String repository) {
        static final ProposalStatement USUAL = new ProposalStatement(null, null, null, null, null, null);
    }
}
