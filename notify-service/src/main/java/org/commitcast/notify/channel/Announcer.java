package org.commitcast.notify.channel;

import java.time.Duration;
import java.util.List;
import org.commitcast.announcementtext.TextForm;

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

    /** The settings that only channels of this type have. */
    default List<Setting> settings() {
        return List.of();
    }

    /** Whether the address is all that it takes to post: then it is kept and treated as a secret. */
    default boolean addressIsSecret() {
        return false;
    }

    /** The text that the channel takes. May ask it. */
    default TextForm form(ChannelSettings channel) {
        return TextForm.ANY;
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
