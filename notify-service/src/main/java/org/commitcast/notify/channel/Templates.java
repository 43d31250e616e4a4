package org.commitcast.notify.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commitcast.announcementtext.AnnouncementTemplate;
import org.commitcast.announcementtext.DefaultTemplates;
import org.commitcast.contentevents.Kind;
import org.jspecify.annotations.Nullable;

/** A channel's own templates; for what it has none there are defaults. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Templates(@JsonProperty("new") @Nullable Texts ofNew) {
    static final Templates NONE = new Templates(null);

    /** For each kind of item. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Texts(@Nullable String episode, @Nullable String post) {}

    /** The template for a new item. */
    public AnnouncementTemplate forNew(String channelType, Kind kind) {
        String own = own(kind);
        return own == null ? DefaultTemplates.of(channelType, kind) : AnnouncementTemplate.parse(own);
    }

    /** Every text by its place in the document, to be checked. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            String own = own(kind);
            if (own != null) {
                texts.put("templates.new." + (kind == Kind.EPISODE ? "episode" : "post"), own);
            }
        }
        return texts;
    }

    private @Nullable String own(Kind kind) {
        if (ofNew == null) {
            return null;
        }
        return switch (kind) {
            case EPISODE -> ofNew.episode();
            case POST -> ofNew.post();
        };
    }
}
