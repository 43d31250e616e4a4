package org.commitcast.notify.channel;

/**
 * A setting of channels of one type, a text.
 *
 * @param needed whether there is no channel without it
 * @param meaning for people: what it says, and an example
 */
public record Setting(String name, boolean needed, String meaning) {

    public static Setting needed(String name, String meaning) {
        return new Setting(name, true, meaning);
    }

    public static Setting optional(String name, String meaning) {
        return new Setting(name, false, meaning);
    }
}
