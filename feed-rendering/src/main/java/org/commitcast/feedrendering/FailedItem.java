package org.commitcast.feedrendering;

import java.util.List;

/**
 * An item that is left out of its feeds.
 *
 * @param reason for people
 */
public record FailedItem(String contentId, String reason) implements ItemOutcome {
    @Override
    public void sortInto(List<RenderedItem> rendered, List<FailedItem> failed) {
        failed.add(this);
    }
}
