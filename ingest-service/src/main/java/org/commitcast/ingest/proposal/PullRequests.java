package org.commitcast.ingest.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.ingest.forge.ForgePlace;
import org.commitcast.ingest.storage.StoredJson;
import org.jspecify.annotations.Nullable;

/** How one kind of forge takes pull requests, or what it calls so. All calls are without credentials. */
interface PullRequests {

    /** Asks for those of a branch, whatever became of them. */
    GuardedRequest find(ForgePlace place, PullWish wish);

    /** Those that are as it is wished for, among the answer to {@link #find}. */
    List<Pull> found(JsonNode answer, PullWish wish);

    /** Whether an answer to {@link #find} says that there is none. */
    default boolean isNone(int status) {
        return false;
    }

    /** Opens one. */
    GuardedRequest open(ForgePlace place, PullWish wish);

    /** Asks for one. */
    GuardedRequest look(ForgePlace place, String number);

    /** Closes one that is open. */
    GuardedRequest close(ForgePlace place, Pull pull);

    /** What an answer says of the one that it is about. */
    Pull read(JsonNode one);

    /** Whether an answer to {@link #open} says that there is one already. */
    boolean isThereAlready(int status, String body);

    /** Where a person may open one; nothing where the repository's address does not tell. */
    Optional<String> byHand(ByHand place, PullWish wish);

    /**
     * A repository as browsers find it.
     *
     * @param site of the forge, without a closing slash
     * @param repository its path there
     */
    record ByHand(String site, String repository) {
        String address() {
            return site + "/" + repository;
        }
    }

    /**
     * A pull request as the forge tells of it.
     *
     * @param number by which the forge knows it
     * @param url where people see it; absent where the forge does not say it
     * @param commit the newest of its branch, or how its name begins; empty where the forge does not say it
     * @param version that changes to it name; empty where the forge wants none
     */
    record Pull(String number, @Nullable String url, ProposalState state, String commit, String version) {}

    static GuardedRequest get(ForgePlace place, String path) {
        return GuardedRequest.get(place.address(path)).with("Accept", "application/json");
    }

    static GuardedRequest post(ForgePlace place, String path, Map<String, ?> fields) {
        return send("POST", place, path, fields);
    }

    static GuardedRequest send(String method, ForgePlace place, String path, Map<String, ?> fields) {
        byte[] body = StoredJson.write(fields).getBytes(StandardCharsets.UTF_8);
        return GuardedRequest.sending(method, place.address(path), "application/json", body)
                .with("Accept", "application/json");
    }

    /** A field that must be there. */
    static String text(JsonNode one, String name) {
        JsonNode field = one.path(name);
        if (field.isMissingNode() || field.isNull() || field.asText().isEmpty()) {
            throw new IllegalStateException("the forge's answer has no " + name);
        }
        return field.asText();
    }

    static @Nullable String url(JsonNode field) {
        return field.asText().matches("https?://\\S{1,2000}") ? field.asText() : null;
    }
}
