package org.commitcast.feed.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.TranscriptState;
import org.commitcast.feed.serving.DocumentBody;
import org.commitcast.feed.serving.DocumentType;
import org.commitcast.feed.store.ItemSource;
import org.commitcast.feedrendering.chapters.Chapters;
import org.commitcast.feedrendering.document.ItemAddresses;
import org.commitcast.feedrendering.document.ItemInputs;
import org.commitcast.feedrendering.document.ItemSettings;
import org.commitcast.feedrendering.transcript.TranscriptDocument;
import org.commitcast.feedrendering.transcript.TranscriptForm;

/** The documents that an item has beside the feeds: exactly those that it names in them. */
final class ItemDrafts {
    private ItemDrafts() {}

    static List<DocumentDraft> of(ItemSource source) {
        ContentSnapshot item = source.item();
        List<DocumentDraft> drafts = new ArrayList<>();
        if (item == null) {
            return drafts;
        }
        if (!item.chapters().isEmpty()) {
            String file = ItemAddresses.chaptersFile(item.contentId());
            drafts.add(draft(item, file, DocumentType.CHAPTERS, Chapters.of(item), item.occurredAt()));
        }
        new ItemInputs(item, null, source.transcript(), null, ItemSettings.NONE)
                .spoken()
                .ifPresent(transcript -> addTranscript(item, transcript, drafts));
        return drafts;
    }

    private static void addTranscript(ContentSnapshot item, TranscriptState transcript, List<DocumentDraft> drafts) {
        for (TranscriptForm form : TranscriptForm.values()) {
            drafts.add(draft(
                    item,
                    ItemAddresses.transcriptFile(item.contentId(), form),
                    DocumentType.of(form),
                    TranscriptDocument.of(transcript, form),
                    transcript.occurredAt()));
        }
    }

    private static DocumentDraft draft(
            ContentSnapshot item, String file, DocumentType type, byte[] bytes, Instant lastModified) {
        try {
            DocumentBody.Target target = new DocumentBody.Target();
            target.write(bytes);
            // The item's own sequence, so that a site's other items change nothing about it.
            return DocumentDraft.ofItem(file, type, target.body(), item.sequence(), lastModified);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
