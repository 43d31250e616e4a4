package org.commitcast.feedrendering;

import java.util.List;

/** What came of rendering an item. */
public sealed interface ItemOutcome permits RenderedItem, FailedItem {
    /** The item. */
    String contentId();

    /** Puts itself among those of its kind. */
    void sortInto(List<RenderedItem> rendered, List<FailedItem> failed);
}
