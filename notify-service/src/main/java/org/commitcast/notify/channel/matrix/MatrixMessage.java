package org.commitcast.notify.channel.matrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commitcast.notify.channel.Announcement;
import org.commitcast.notify.channel.ChannelSettings;

/**
 * The content of an {@code m.room.message}.
 *
 * @see <a href="https://spec.matrix.org/latest/client-server-api/#mroommessage">m.room.message</a>
 */
final class MatrixMessage {
    /** By which an announcement is found again in its room, whatever its text is. */
    static final String KEY = "org.commitcast.announcement";

    private static final ObjectMapper JSON = new ObjectMapper();

    private MatrixMessage() {}

    static ObjectNode of(ChannelSettings channel, Announcement announcement) {
        boolean notice = channel.setting("notice").filter("true"::equals).isPresent();
        ObjectNode content = JSON.createObjectNode()
                .put("msgtype", notice ? "m.notice" : "m.text")
                .put("body", announcement.text())
                .put("format", "org.matrix.custom.html")
                .put(
                        "formatted_body",
                        html(announcement.text(), announcement.item().url()));
        // Present, and empty: nobody is called, whatever the text holds.
        content.putObject("m.mentions");
        return content.put(KEY, announcement.key());
    }

    /** The text as it stands, with the item's address as a link. */
    private static String html(String text, String url) {
        if (!url.matches("(?i)https?://.+")) {
            return escaped(text);
        }
        String link = "<a href=\"" + escaped(url) + "\">" + escaped(url) + "</a>";
        return Arrays.stream(text.split(Pattern.quote(url), -1))
                .map(MatrixMessage::escaped)
                .collect(Collectors.joining(link));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "<br>");
    }
}
