package org.commitcast.feedrendering.chapters;

import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.commitcast.contentevents.Chapter;
import org.commitcast.feedrendering.xml.Namespace;
import org.commitcast.feedrendering.xml.XmlWriter;

/**
 * Writes chapters into a feed's item.
 *
 * @see <a href="https://podlove.org/simple-chapters/">Podlove Simple Chapters 1.2</a>
 */
public final class SimpleChapters {
    private SimpleChapters() {}

    /** One element for all; nothing where there are none. */
    public static void write(XmlWriter xml, List<Chapter> chapters) throws XMLStreamException {
        if (chapters.isEmpty()) {
            return;
        }
        xml.start(Namespace.PODLOVE_CHAPTERS, "chapters");
        // Here and not once for the feed: validators warn of vocabularies that they do not know, used or not.
        xml.declare(Namespace.PODLOVE_CHAPTERS);
        xml.attribute("version", "1.2");
        xml.newLine();
        for (Chapter chapter : Chapters.inOrder(chapters)) {
            xml.start(Namespace.PODLOVE_CHAPTERS, "chapter");
            xml.attribute("start", clock(chapter.startSeconds()));
            xml.attribute("title", chapter.title());
            xml.optional("href", chapter.link());
            xml.end();
        }
        xml.end();
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
