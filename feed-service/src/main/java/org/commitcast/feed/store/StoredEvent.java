package org.commitcast.feed.store;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Decoded;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.Event;
import org.commitcast.contentevents.EventCodec;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.SiteState;
import org.commitcast.contentevents.TranscriptState;

/** Events as they lie in the store: in the form that they have on the wire. */
public final class StoredEvent {
    private static final EventCodec CODEC = new EventCodec();

    private StoredEvent() {}

    public static byte[] of(Event event) {
        return CODEC.encode(event).json().getBytes(StandardCharsets.UTF_8);
    }

    static SiteState site(byte[] stored) {
        return read(SiteState.class, "org.commitcast.site.defined.v1", stored);
    }

    static ContentSnapshot content(byte[] stored) {
        return read(ContentSnapshot.class, "org.commitcast.content.published.v1", stored);
    }

    static DiscussionState discussions(byte[] stored) {
        return read(DiscussionState.class, "org.commitcast.discussions.recorded.v1", stored);
    }

    static TranscriptState transcript(byte[] stored) {
        return read(TranscriptState.class, "org.commitcast.transcript.recorded.v1", stored);
    }

    public static FeedState feed(byte[] stored) {
        return read(FeedState.class, "org.commitcast.feed.rendered.v1", stored);
    }

    private static <T extends Event> T read(Class<T> form, String type, byte[] stored) {
        Decoded decoded = CODEC.decode(Map.of("ce_type", type), stored);
        if (decoded instanceof Decoded.Known known) {
            return form.cast(known.event());
        }
        throw new IllegalStateException("stored " + form.getSimpleName() + " cannot be read back: " + decoded);
    }
}
