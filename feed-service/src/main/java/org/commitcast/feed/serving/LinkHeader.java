package org.commitcast.feed.serving;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a feed's answers say of it beside the body: where readers subscribe to it, and where its changes are told.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288, Web Linking</a>
 * @see <a href="https://www.w3.org/TR/websub/#discovery">WebSub, discovery</a>
 */
public final class LinkHeader {
    private LinkHeader() {}

    /** The value of the header field Link. */
    public static String of(URI self, @Nullable URI hub) {
        return hub == null ? link(self, "self") : link(self, "self") + ", " + link(hub, "hub");
    }

    private static String link(URI target, String relation) {
        return "<" + target.toASCIIString() + ">; rel=\"" + relation + "\"";
    }
}
