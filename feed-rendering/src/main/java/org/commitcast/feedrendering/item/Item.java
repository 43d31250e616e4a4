package org.commitcast.feedrendering.item;

import java.time.Instant;
import java.util.Optional;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Kind;
import org.commitcast.feedrendering.discussion.CommentsLink;
import org.commitcast.feedrendering.discussion.DiscussionList;
import org.commitcast.feedrendering.document.FrontMatter;
import org.commitcast.feedrendering.document.ItemInputs;
import org.commitcast.feedrendering.text.PlainText;
import org.jspecify.annotations.Nullable;

/** An item with the texts that its feeds show. */
public final class Item {
    private final ItemInputs inputs;
    private final ContentSnapshot snapshot;
    private final FrontMatter frontMatter;
    private final boolean summaryOnly;

    /** The item, with its whole text or only its summary. */
    public Item(ItemInputs inputs, boolean summaryOnly) {
        this.inputs = inputs;
        this.snapshot = inputs.item();
        this.frontMatter = new FrontMatter(snapshot.frontMatter());
        this.summaryOnly = summaryOnly;
    }

    public ItemInputs inputs() {
        return inputs;
    }

    public ContentSnapshot snapshot() {
        return snapshot;
    }

    /** What the document says beyond the fields of its snapshot. */
    public FrontMatter frontMatter() {
        return frontMatter;
    }

    public boolean isEpisode() {
        return snapshot.kind() == Kind.EPISODE;
    }

    /** The whole text as HTML, with its discussions where the site wants them. */
    public Optional<String> content() {
        if (summaryOnly) {
            return Optional.empty();
        }
        String list = inputs.settings().discussionList() ? DiscussionList.of(snapshot, inputs.discussions()) : "";
        return Optional.of(snapshot.html() + list);
    }

    /** HTML, as readers take it. An episode's notes in full: many players show nothing but this. */
    public String description() {
        String own = snapshot.description();
        if (own != null && !own.isBlank()) {
            return PlainText.asHtml(own);
        }
        String summary = snapshot.summary();
        boolean notes = isEpisode() && !summaryOnly;
        return notes || summary == null ? PlainText.withoutTags(snapshot.html()) : summary;
    }

    /** What the item is about, as HTML: in its author's words, or else its beginning. */
    public Optional<String> summary() {
        return Optional.ofNullable(snapshot.description())
                .filter(own -> !own.isBlank())
                .map(PlainText::asHtml)
                .or(() -> Optional.ofNullable(snapshot.summary()));
    }

    /** The summary for readers that know no HTML. */
    public @Nullable String plainSummary() {
        String summary = snapshot.summary();
        return summary == null ? snapshot.description() : PlainText.of(summary);
    }

    /** When the document was last changed, as it says itself. */
    public Optional<Instant> modified() {
        return frontMatter
                .text("last_modified_at", "lastmod", "updated", "modified", "date_modified")
                .flatMap(text ->
                        ModifiedDate.of(text, snapshot.date(), inputs.settings().zone()));
    }

    /** The page on which the item is talked about. */
    public Optional<String> comments() {
        return CommentsLink.of(snapshot, inputs.discussions());
    }
}
