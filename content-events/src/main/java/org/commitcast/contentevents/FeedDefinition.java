package org.commitcast.contentevents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed of a site.
 *
 * @param name the file name in its URL, without ending
 * @param kinds the kinds of items that it carries
 * @param publicUrl where readers subscribe; absent means its Commitcast URL
 * @param title absent means the site's
 * @param limit how many items at most, newest first; absent means all
 * @param collections of which generator's collections or sections its items are; empty means any
 * @param tags of which its items have at least one; empty means any
 * @param description absent means the site's
 * @param image absent means the site's
 * @param summaryOnly whether it carries items' summaries and not their texts
 * @param pageSize how many items its archive documents hold; absent means that it has none
 * @param newUrl where its readers are to subscribe from now on
 * @param closed whether it is over, so that readers stop asking
 * @param external whether somebody else makes the feed that readers have, at {@code publicUrl}: it is looked at, and not
 *     served
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5005#section-4">RFC 5005, archived feeds</a>
 */
public record FeedDefinition(
        String name,
        List<Kind> kinds,
        @Nullable URI publicUrl,
        @Nullable String title,
        @Nullable Integer limit,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> collections,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags,
        @Nullable String description,
        @Nullable URI image,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean summaryOnly,
        @Nullable Integer pageSize,
        @Nullable URI newUrl,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean closed,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean external) {

    /** Those that every site has, as long as its owner says nothing of them. */
    public static final List<FeedDefinition> USUAL = List.of(
            new FeedDefinition("podcast", List.of(Kind.EPISODE), null, null, null),
            new FeedDefinition("blog", List.of(Kind.POST), null, null, null));

    public FeedDefinition {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        collections = collections == null ? List.of() : List.copyOf(collections);
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    /** A feed that is made here. */
    public FeedDefinition(
            String name,
            List<Kind> kinds,
            @Nullable URI publicUrl,
            @Nullable String title,
            @Nullable Integer limit,
            List<String> collections,
            List<String> tags,
            @Nullable String description,
            @Nullable URI image,
            boolean summaryOnly,
            @Nullable Integer pageSize,
            @Nullable URI newUrl,
            boolean closed) {
        this(
                name,
                kinds,
                publicUrl,
                title,
                limit,
                collections,
                tags,
                description,
                image,
                summaryOnly,
                pageSize,
                newUrl,
                closed,
                false);
    }

    /** A feed of which nothing more is said. */
    public FeedDefinition(
            String name, List<Kind> kinds, @Nullable URI publicUrl, @Nullable String title, @Nullable Integer limit) {
        this(name, kinds, publicUrl, title, limit, List.of(), List.of(), null, null, false, null, null, false, false);
    }

    /** The same, made by somebody else. */
    public FeedDefinition madeElsewhere() {
        return new FeedDefinition(
                name,
                kinds,
                publicUrl,
                title,
                limit,
                collections,
                tags,
                description,
                image,
                summaryOnly,
                pageSize,
                newUrl,
                closed,
                true);
    }

    /** Whether its owner asked for it, by saying anything that the usual feeds do not have. */
    public boolean askedFor() {
        return !USUAL.contains(this);
    }

    /** Whether items of this kind may be in the feed. */
    public boolean carries(Kind kind) {
        return kinds.contains(kind);
    }

    /** Whether the item is in the feed, as long as it is out and the feed has room. Tags are compared without case. */
    public boolean carries(ContentSnapshot item) {
        boolean collected = collections.isEmpty() || collections.contains(String.valueOf(item.collection()));
        return carries(item.kind())
                && collected
                && (tags.isEmpty() || item.tags().stream().anyMatch(this::names));
    }

    private boolean names(String tag) {
        return tags.stream().anyMatch(tag::equalsIgnoreCase);
    }
}
