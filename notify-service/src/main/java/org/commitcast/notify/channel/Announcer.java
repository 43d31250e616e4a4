package org.commitcast.notify.channel;

import java.time.Duration;
import java.util.List;
import org.commitcast.announcementtext.TextLimit;

/** A backend: posts to channels of one type. Outcomes are values; what it throws counts as unknown. */
public interface Announcer {

    /** What a channel's definition calls it, for example {@code webhook}. */
    String type();

    /** Posts once. */
    Outcome announce(ChannelSettings channel, Announcement announcement);

    /** Finds out whether the channel works, without anything that the public would see. */
    Outcome test(ChannelSettings channel);

    /** What is wrong with the settings, for people; empty where nothing is. */
    List<String> complaints(ChannelSettings channel);

    /** Whether a channel of this type can be private to maintainers. */
    default boolean servesMaintainers() {
        return false;
    }

    /** How long a text the channel takes. May ask it. */
    default TextLimit limit(ChannelSettings channel) {
        return TextLimit.NONE;
    }

    /** How long the platform recognises a repetition by its key; zero where it never does. */
    default Duration keyLifetime() {
        return Duration.ZERO;
    }

    /** Looks for an announcement whose outcome is not known. */
    default LookUp lookUp(ChannelSettings channel, Announcement announcement) {
        return new LookUp.Unclear("this kind of channel cannot be searched");
    }

    /** Whether {@link #lookUp} knows an announcement by the item's address, so that every text must hold it. */
    default boolean looksForAddress() {
        return false;
    }

    /** Whether {@link #lookUp} can find anything. */
    default boolean canLookUp() {
        return false;
    }
}
