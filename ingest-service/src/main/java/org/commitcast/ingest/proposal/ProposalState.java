package org.commitcast.ingest.proposal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a proposal. */
public enum ProposalState {
    OPEN,
    /** People took it over, or part of it. */
    MERGED,
    /** People do not want it. */
    CLOSED;

    /** As REST shows it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
