package org.commitcast.notify.announcement;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.contentevents.AnnouncementState.Status;
import org.jspecify.annotations.Nullable;

/** Which rows a client asks for. */
class AnnouncementFilter {
    @QueryParam("site")
    @Nullable String site;

    @QueryParam("item")
    @Nullable String item;

    @QueryParam("channel")
    @Nullable String channel;

    @QueryParam("status")
    @Nullable String status;

    @QueryParam("cursor")
    @Nullable String cursor;

    /** The condition in JPQL; its parameters are bound, never written into it. */
    String condition(Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> wanted = new HashMap<>();
        if (site != null) {
            conditions.add("site = :site");
            wanted.put("site", site);
        }
        if (item != null) {
            conditions.add("contentId = :item");
            wanted.put("item", item);
        }
        if (channel != null) {
            conditions.add("channel = :channel");
            wanted.put("channel", channel);
        }
        if (status != null) {
            conditions.add("status = :status");
            wanted.put("status", parsed(status));
        }
        if (cursor != null) {
            conditions.add("id > :cursor");
            wanted.put("cursor", id(cursor));
        }
        parameters.putAll(wanted);
        return String.join(" and ", conditions);
    }

    private static Status parsed(String status) {
        try {
            return Status.valueOf(status.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("Invalid status", "status must be one of " + List.of(Status.values()));
        }
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("Invalid cursor", "cursor must be the next of an earlier page");
        }
    }
}
