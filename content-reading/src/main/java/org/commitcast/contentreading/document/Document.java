package org.commitcast.contentreading.document;

import org.commitcast.contentevents.Kind;
import org.commitcast.contentreading.discussion.DiscussionLinks;
import org.commitcast.contentreading.frontmatter.FrontMatter;

/**
 * An episode or post as its file says it.
 *
 * @param collection the name of its collection; empty for a loose page
 * @param slug its own, else that of its file name
 * @param html the content under the site's policy, links absolute
 */
public record Document(
        String path,
        Kind kind,
        String collection,
        String slug,
        Address address,
        Release release,
        About about,
        String html,
        Media media,
        DiscussionLinks discussions,
        FrontMatter frontMatter) {}
