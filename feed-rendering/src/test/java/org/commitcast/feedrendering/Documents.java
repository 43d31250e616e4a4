package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.ItemInputs;

/** Whole documents of items. */
final class Documents {
    private Documents() {}

    static byte[] of(FeedFrame frame, ItemInputs... items) {
        List<RenderedItem> rendered = new ArrayList<>();
        List<FailedItem> failed = new ArrayList<>();
        Arrays.stream(items)
                .map(item -> new ItemRenderer()
                        .render(item, frame.format(), frame.feed().summaryOnly()))
                .forEach(outcome -> outcome.sortInto(rendered, failed));
        assertThat(failed).isEmpty();
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        try {
            new FeedComposer().compose(frame, rendered.iterator(), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return document.toByteArray();
    }
}
