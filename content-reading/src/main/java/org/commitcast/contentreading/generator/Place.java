package org.commitcast.contentreading.generator;

/**
 * Where a document stands in its site.
 *
 * @param collection the name of its collection or section; empty for a loose page
 * @param posts what the documents there are
 * @param meant whether whoever puts a file there means it as content, so that its findings are worth telling
 */
public record Place(String collection, Posts posts, boolean meant) {

    /** Which documents of a place are posts; an enclosure makes an episode of any. */
    public enum Posts {
        ALL,
        /** Those that say when they came out. */
        DATED,
        NONE
    }
}
