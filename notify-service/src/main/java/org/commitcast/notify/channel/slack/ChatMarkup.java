package org.commitcast.notify.channel.slack;

import java.util.regex.Pattern;

/** Text that is shown as it stands, as far as the servers can. */
final class ChatMarkup {
    /** Marks of Markdown, and those that make the beginning of a line a heading, a list or a quotation. */
    private static final Pattern MARKDOWN = Pattern.compile("[\\\\*_~`|\\[\\]]|^(?:#{1,6}(?=\\s)|[>+-])");

    private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w+;)");
    private static final Pattern LINK = Pattern.compile("(?<=\\])(?=\\()|(?<=<)");

    private ChatMarkup() {}

    /**
     * The three characters that Slack has other meanings for; its marks are turned off with {@code mrkdwn}.
     *
     * @see <a href="https://docs.slack.dev/messaging/formatting-message-text#escaping">Escaping text</a>
     */
    static String escapedForSlack(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** In brackets, so that the address ends where it ends. */
    static String linkForSlack(String url) {
        return "<" + escapedForSlack(url).replace("|", "%7C") + ">";
    }

    /**
     * Backslashes do not keep {@code <!channel>} from calling everybody: Mattermost looks for it before all else. The
     * entity does.
     *
     * @see <a href="https://docs.mattermost.com/collaborate/format-messages.html">Format messages</a>
     */
    static String escapedForMattermost(String text) {
        String marked = MARKDOWN.matcher(text).replaceAll("\\\\$0");
        return ENTITY.matcher(marked).replaceAll("&amp;").replace("<", "&lt;");
    }

    /**
     * Rocket.Chat knows no escapes. Invisible spaces keep text from being a link under other words; stars and underscores
     * in pairs remain marks there.
     */
    static String escapedForRocketChat(String text) {
        return LINK.matcher(text).replaceAll("\u200b");
    }
}
