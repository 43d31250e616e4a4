package org.commitcast.contentreading.across;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Which guids and pages of a site are whose. What was there first has the older right; who comes later is held. Owners
 * are told apart by ids of the caller's choice.
 */
public final class Claims {
    private final Map<String, String> ownerByGuid = new HashMap<>();
    private final Map<String, String> ownerByUrl = new HashMap<>();
    private final Map<String, String> urlByOwner = new HashMap<>();
    private final Map<String, String> pathByOwner = new HashMap<>();

    /**
     * The owner has them from now on, and another page no more.
     *
     * @param guid its own for ever; absent where it was never out
     * @param url absent where it has no page now
     */
    public void take(String owner, String path, @Nullable String guid, @Nullable String url) {
        pathByOwner.put(owner, path);
        if (guid != null) {
            ownerByGuid.put(guid, owner);
        }
        leave(owner);
        if (url != null) {
            ownerByUrl.put(url, owner);
            urlByOwner.put(owner, url);
        }
    }

    /** The owner's page is free again; its guid is its own for ever. */
    public void leave(String owner) {
        String url = urlByOwner.remove(owner);
        if (url != null) {
            ownerByUrl.remove(url, owner);
        }
    }

    /**
     * Why a document must not go out as it is.
     *
     * @param guid the one that it would go out with
     * @param published the one that it is out with; absent where it never was
     */
    public Optional<Finding> conflict(String owner, Document document, String guid, @Nullable String published) {
        String explicit = document.address().explicitGuid();
        if (published != null && explicit != null && !explicit.equals(published)) {
            return held(
                    "identity.guid-changed",
                    document,
                    "guid",
                    "This was published with the guid " + published
                            + ", and subscribers would get it again under another one; put that guid back.");
        }
        Optional<String> holder = other(ownerByGuid, guid, owner);
        if (holder.isPresent()) {
            return held(
                    "identity.guid-taken",
                    document,
                    explicit == null ? "slug" : "guid",
                    "The guid " + guid + " is that of " + holder.get() + "; give this another slug or guid.");
        }
        if (!document.address().isAbsolute()) {
            return held("site.url-missing", document, "", "Nobody says where the site's pages live; set url.");
        }
        String url = document.address().url();
        return other(ownerByUrl, url, owner)
                .flatMap(page -> held(
                        "identity.url-taken",
                        document,
                        "slug",
                        "The page " + url + " is that of " + page + "; give this another slug."));
    }

    private Optional<String> other(Map<String, String> owners, String key, String owner) {
        return Optional.ofNullable(owners.get(key))
                .filter(holder -> !holder.equals(owner))
                .map(holder -> pathByOwner.getOrDefault(holder, "another document"));
    }

    private static Optional<Finding> held(String rule, Document document, String key, String message) {
        var place = document.frontMatter().position(key).orElse(Position.START);
        return Optional.of(new Finding(rule, Severity.ERROR, document.path(), place, message));
    }
}
