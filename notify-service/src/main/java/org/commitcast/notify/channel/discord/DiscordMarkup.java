package org.commitcast.notify.channel.discord;

import java.util.regex.Pattern;

/**
 * Discord's Markdown.
 *
 * @see <a href="https://support.discord.com/hc/en-us/articles/210298617">Markdown Text 101</a>
 */
final class DiscordMarkup {
    /** Also the one that would make a value at the beginning of a line a heading, a list or a quotation. */
    private static final Pattern MARKS = Pattern.compile("[\\\\*_~`|\\[\\]<]|^(?:#{1,3}(?=\\s)|[>+-])");

    private DiscordMarkup() {}

    /** Text that is shown as it stands. */
    static String escaped(String text) {
        return MARKS.matcher(text).replaceAll("\\\\$0");
    }

    /** An address as it is: Discord makes a link of it, and shows a card. */
    static String link(String url) {
        return url;
    }
}
