package org.commitcast.feeddifference;

/** What is compared of items. */
public enum ItemField {
    TITLE("title", Way.WORDS),
    LINK("link", Way.AS_WRITTEN),
    DATE("date", Way.INSTANT),
    UPDATED("updated", Way.INSTANT),
    AUDIO("enclosure", Way.AS_WRITTEN),
    AUDIO_LENGTH("enclosure length", Way.AS_WRITTEN),
    AUDIO_TYPE("enclosure type", Way.WORDS),
    DURATION("duration", Way.SECONDS),
    AUTHOR("author", Way.WORDS),
    CATEGORIES("categories", Way.WORDS),
    SUMMARY("summary", Way.TEXT),
    DESCRIPTION("description", Way.TEXT),
    CONTENT("content", Way.HTML),
    IMAGE("image", Way.AS_WRITTEN),
    SEASON("season", Way.WORDS),
    EPISODE("episode", Way.WORDS),
    EPISODE_TYPE("episode type", Way.WORDS),
    EXPLICIT("explicit", Way.TRUTH);

    private final String label;
    private final Way way;

    ItemField(String label, Way way) {
        this.label = label;
        this.way = way;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** How many of them, for people. */
    String counted(int count) {
        if (count == 1 || this == CATEGORIES) {
            return label;
        }
        return switch (this) {
            case SUMMARY -> "summaries";
            case UPDATED -> "dates of change";
            case CONTENT -> "texts";
            case EXPLICIT -> "explicit marks";
            default -> label + "s";
        };
    }

    /**
     * The form in which readers take it: where that is equal they show the same.
     *
     * @param link the item's page, against which readers resolve relative addresses
     */
    String asRead(String text, String link) {
        return way.read(text, link);
    }
}
