package org.commitcast.contentevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item with all that a feed or an announcement may need.
 *
 * @param contentId minted once, never recomputed
 * @param sequence counts up per site over all its items
 * @param status withdrawn items keep their last content
 * @param guid frozen when the item was first published
 * @param url the item's page, absolute
 * @param earlierUrls every page URL that it had before, oldest first
 * @param path in the repository
 * @param commit the commit that last changed the document
 * @param blob the Git object id of the document
 * @param date the publication date that the document states
 * @param firstPublishedAt when Commitcast first published it; for ever
 * @param baseline whether it was part of the site's history when the site was registered; for ever
 * @param summary the excerpt, HTML
 * @param description the document's own description, plain text
 * @param html the content under the site's HTML policy, links absolute
 * @param transcript the content id of its transcript
 * @param links discussion URLs found in the front matter, by platform
 * @param pendingLinks platforms whose key stands as a commented placeholder
 * @param frontMatter as JSON
 * @param collection the generator's collection or section that it is in
 */
public record ContentSnapshot(
        String site,
        String incarnation,
        String contentId,
        long revision,
        long sequence,
        Batch batch,
        Status status,
        Cause cause,
        Kind kind,
        String guid,
        String url,
        List<String> earlierUrls,
        String path,
        String commit,
        String blob,
        String title,
        Instant date,
        Instant firstPublishedAt,
        boolean baseline,
        List<String> authors,
        List<String> tags,
        @Nullable String language,
        @Nullable String summary,
        @Nullable String description,
        String html,
        @Nullable String image,
        @Nullable Enclosure enclosure,
        List<Chapter> chapters,
        @Nullable Integer season,
        @Nullable Integer episode,
        @Nullable String transcript,
        Map<String, String> links,
        List<String> pendingLinks,
        JsonNode frontMatter,
        Instant occurredAt,
        @Nullable String collection)
        implements Event {

    /** Whether the item is out. */
    public enum Status {
        PUBLISHED,
        WITHDRAWN
    }

    public ContentSnapshot {
        earlierUrls = earlierUrls == null ? List.of() : List.copyOf(earlierUrls);
        authors = authors == null ? List.of() : List.copyOf(authors);
        tags = tags == null ? List.of() : List.copyOf(tags);
        chapters = chapters == null ? List.of() : List.copyOf(chapters);
        links = links == null ? Map.of() : Map.copyOf(links);
        pendingLinks = pendingLinks == null ? List.of() : List.copyOf(pendingLinks);
        frontMatter = frontMatter == null ? JsonNodeFactory.instance.objectNode() : frontMatter;
    }

    /** Whether the item is out. */
    public boolean published() {
        return status == Status.PUBLISHED;
    }

    @Override
    public Topic topic() {
        return Topic.CONTENT;
    }

    @Override
    public String type() {
        if (status == Status.WITHDRAWN) {
            return "org.commitcast.content.withdrawn.v1";
        }
        return revision == 1 ? "org.commitcast.content.published.v1" : "org.commitcast.content.revised.v1";
    }

    @Override
    public String key() {
        return contentId;
    }

    @Override
    public void deliverTo(EventHandler handler) {
        handler.contentChanged(this);
    }
}
