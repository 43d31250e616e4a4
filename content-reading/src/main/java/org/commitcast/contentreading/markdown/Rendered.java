package org.commitcast.contentreading.markdown;

import java.util.List;
import org.commitcast.contentevents.Chapter;

/**
 * What a Markdown text became.
 *
 * @param html as the generator would make it, not sanitised
 * @param chapters that the text lists, in its order
 */
public record Rendered(String html, List<Chapter> chapters) {

    public Rendered {
        chapters = List.copyOf(chapters);
    }
}
