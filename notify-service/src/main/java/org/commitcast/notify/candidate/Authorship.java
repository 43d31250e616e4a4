package org.commitcast.notify.candidate;

/** What is known of who began a thread. */
enum Authorship {
    /** Nothing. */
    STRANGER(0, ""),
    /** Began threads that are about the show's items. */
    REGULAR(10, "begun by somebody whose threads about the show were right"),
    /** Wrote the item, by their name. */
    AUTHOR(10, "begun by the item's author"),
    /** Began threads that people rejected, and none that was right. */
    REJECTED(-25, "begun by somebody whose threads were rejected");

    final int points;
    final String words;

    Authorship(int points, String words) {
        this.points = points;
        this.words = words;
    }
}
