package org.commitcast.contentevents;

import java.util.Arrays;
import java.util.Optional;

/** The topics of Commitcast. All are keyed state: a record holds the whole state of its key, the newest one counts. */
public enum Topic {
    SITES("commitcast.sites"),
    CONTENT("commitcast.content"),
    TRANSCRIPTS("commitcast.transcripts"),
    FEEDS("commitcast.feeds"),
    ANNOUNCEMENTS("commitcast.announcements"),
    DISCUSSIONS("commitcast.discussions");

    /** Fixed for life: changing it would move sites between partitions and break their order. */
    public static final int PARTITIONS = 32;

    private static final String DEAD_LETTER_SUFFIX = ".dead-letter";

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    /** The name on the broker. */
    public String topicName() {
        return topicName;
    }

    /** Where records of this topic go that a consumer could not handle. */
    public String deadLetterName() {
        return deadLetterName(topicName);
    }

    /** The same for a topic by its name on the broker. */
    public static String deadLetterName(String topicName) {
        return topicName + DEAD_LETTER_SUFFIX;
    }

    /** The topic of that name on the broker, or nothing where it is none of ours. */
    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }
}
