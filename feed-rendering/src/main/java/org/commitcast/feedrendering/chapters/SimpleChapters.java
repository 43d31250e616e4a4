package org.commitcast.feedrendering.chapters;

import java.util.List;
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
    public static void write(XmlWriter xml, List<Chapter> chapters) {
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
        return twoDigits(seconds / 3600) + ":" + twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60);
    }

    private static String twoDigits(long number) {
        return number >= 0 && number < 10 ? "0" + number : Long.toString(number);
    }
}
