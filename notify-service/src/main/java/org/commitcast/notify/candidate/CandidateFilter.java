package org.commitcast.notify.candidate;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.commitcast.adminapi.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Which candidates a client asks for. */
class CandidateFilter {
    @QueryParam("site")
    @Nullable String site;

    @QueryParam("item")
    @Nullable String item;

    @QueryParam("state")
    @Nullable String state;

    @QueryParam("cursor")
    @Nullable String cursor;

    /** The condition in JPQL; its parameters are bound, never written into it. */
    String condition(Map<String, Object> parameters) {
        Map<String, Object> wanted = new HashMap<>();
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (site != null) {
            conditions.add("site = :site");
            wanted.put("site", site);
        }
        if (item != null) {
            conditions.add("contentId = :item");
            wanted.put("item", item);
        }
        if (state != null) {
            conditions.add("state = :state");
            wanted.put("state", state(state));
        }
        if (cursor != null) {
            conditions.add("id > :cursor");
            wanted.put("cursor", id(cursor));
        }
        parameters.putAll(wanted);
        return String.join(" and ", conditions);
    }

    private static CandidateState state(String name) {
        return Arrays.stream(CandidateState.values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "Invalid state",
                        "state must be one of "
                                + Arrays.toString(CandidateState.values()).toLowerCase(Locale.ROOT)));
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("Invalid cursor", "cursor must be the next of an earlier page");
        }
    }
}
