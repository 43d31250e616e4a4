package org.commitcast.feedrendering.podcast;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.TranscriptState;
import org.commitcast.feedrendering.chapters.Chapters;
import org.commitcast.feedrendering.discussion.SocialThread;
import org.commitcast.feedrendering.document.FrontMatter;
import org.commitcast.feedrendering.document.ItemAddresses;
import org.commitcast.feedrendering.item.Item;
import org.commitcast.feedrendering.transcript.TranscriptForm;
import org.commitcast.feedrendering.xml.XmlWriter;

/**
 * Writes what the podcast namespace says of an episode.
 *
 * @see <a href="https://github.com/Podcastindex-org/podcast-namespace/tree/main/docs/tags">the podcast namespace</a>
 */
public final class PodcastEpisode {
    private final PodcastXml xml;
    private final Item item;
    private final ContentSnapshot episode;
    private final FrontMatter said;

    public PodcastEpisode(XmlWriter xml, Item item) {
        this.xml = new PodcastXml(xml);
        this.item = item;
        this.episode = item.snapshot();
        this.said = item.frontMatter();
    }

    public void write() {
        writeNumbers();
        writeDocuments();
        Soundbites.write(xml, said);
        Credits.write(xml, item);
        Pictures.write(xml, item);
        Locations.write(xml, said);
        Terms.write(xml, said);
        writeTxt();
        writeThreads();
    }

    /** Threads that players show below an item, whatever its kind. */
    public void writeThreads() {
        int priority = 1;
        for (SocialThread thread : SocialThread.of(episode, item.inputs().discussions())) {
            xml.element("socialInteract")
                    .attribute("protocol", thread.protocol())
                    .attribute("uri", thread.url())
                    .attribute("accountId", thread.account())
                    .attribute("accountUrl", thread.accountUrl())
                    .attribute("priority", priority++)
                    .end();
        }
    }

    private void writeNumbers() {
        if (episode.season() != null) {
            xml.element("season")
                    .attribute("name", said.text("season_name", "season_title").orElse(null))
                    .text(episode.season().toString());
        }
        if (episode.episode() != null) {
            xml.element("episode")
                    .attribute("display", said.text("episode_display").orElse(null))
                    .text(episode.episode().toString());
        }
    }

    private void writeDocuments() {
        ItemAddresses addresses = item.inputs().addresses();
        if (addresses == null) {
            return;
        }
        if (!episode.chapters().isEmpty()) {
            xml.element("chapters")
                    .attribute("url", addresses.chapters(episode.contentId()))
                    .attribute("type", Chapters.CONTENT_TYPE)
                    .end();
        }
        Optional<TranscriptState> transcript = item.inputs().spoken();
        if (transcript.isPresent()) {
            for (TranscriptForm form : TranscriptForm.values()) {
                xml.element("transcript")
                        .attribute("url", addresses.transcript(episode.contentId(), form))
                        .attribute("type", form.mediaType())
                        .attribute("language", transcript.get().language())
                        .attribute("rel", form.isCaptions() ? "captions" : null)
                        .end();
            }
        }
    }

    private void writeTxt() {
        for (JsonNode node : said.list("txt", "podcast_txt")) {
            FrontMatter txt = new FrontMatter(node);
            Optional<String> text = node.isTextual()
                    ? Optional.of(node.asText().strip()).filter(value -> !value.isEmpty())
                    : txt.text("text", "value");
            if (text.isPresent()) {
                xml.element("txt")
                        .attribute("purpose", txt.text("purpose").orElse(null))
                        .text(text.get());
            }
        }
    }
}
