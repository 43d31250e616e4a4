package org.commitcast.notify.channel.telegram;

/**
 * What Telegram's parse mode HTML takes. Only these four entities have names there.
 *
 * @see <a href="https://core.telegram.org/bots/api#html-style">HTML style</a>
 */
final class TelegramHtml {
    private TelegramHtml() {}

    /** Text, or the value of an attribute, that is shown as it stands. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
