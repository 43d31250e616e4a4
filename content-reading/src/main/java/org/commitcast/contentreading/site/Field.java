package org.commitcast.contentreading.site;

import java.util.List;
import java.util.Locale;

/** What a document may say of itself, with the front matter keys that shows and blogs use for it. */
public enum Field {
    TITLE("title"),
    DATE("date"),
    GUID("guid episode_guid"),
    AUTHORS("authors author hosts host"),
    TAGS("tags tag"),
    CATEGORIES("categories category"),
    LANGUAGE("lang language"),
    SUMMARY("excerpt summary"),
    DESCRIPTION("description subtitle"),
    IMAGE("image cover thumbnail"),
    ENCLOSURE("enclosure audio_url audio podcast_file podcast_url mp3 audio_file video_url video_file file url"),
    LENGTH("length podcast_bytes file_size filesize size bytes"),
    DURATION("duration podcast_duration itunes_duration length_time"),
    TYPE("mime_type enclosure_type"),
    SEASON("season season_number"),
    EPISODE("episode episode_number number"),
    TRANSCRIPT_OF("episode");

    private final String usualKeys;

    Field(String usualKeys) {
        this.usualKeys = usualKeys;
    }

    List<String> usualKeys() {
        return List.of(usualKeys.split(" ", -1));
    }

    /** As it is written in a site's definition. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
