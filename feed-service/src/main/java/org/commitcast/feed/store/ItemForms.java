package org.commitcast.feed.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentevents.TranscriptState;
import org.commitcast.feedrendering.FailedItem;
import org.commitcast.feedrendering.ItemRenderer;
import org.commitcast.feedrendering.RenderedItem;
import org.commitcast.feedrendering.document.ItemAddresses;
import org.commitcast.feedrendering.document.ItemInputs;
import org.commitcast.feedrendering.document.ItemSettings;
import org.jspecify.annotations.Nullable;

/**
 * Which forms of its items a site's feeds take, and what of the site these depend on.
 *
 * @param addresses where the items' own documents are
 * @param most how many bytes an item may take: one that fills a document by itself would make readers refuse the others
 */
record ItemForms(Set<ItemForm> needed, ItemSettings settings, ItemAddresses addresses, long most) {
    private static final ItemRenderer RENDERER = new ItemRenderer();

    static ItemForms of(SiteDefinition site, ItemAddresses addresses, long most) {
        return new ItemForms(ItemForm.neededBy(site), ItemSettings.of(site), addresses, most);
    }

    /** Another one wherever items must be rendered again. */
    String label() {
        String forms = needed.stream().map(Enum::name).collect(Collectors.joining(" "));
        byte[] said = (settings + " " + addresses).getBytes(StandardCharsets.UTF_8);
        return forms + " " + UUID.nameUUIDFromBytes(said) + " " + most;
    }

    RenderedForms render(
            String contentId,
            ContentSnapshot item,
            @Nullable DiscussionState discussions,
            @Nullable TranscriptState transcript) {
        var inputs = new ItemInputs(item, discussions, transcript, addresses, settings);
        Map<ItemForm, RenderedItem> forms = new EnumMap<>(ItemForm.class);
        for (ItemForm form : needed) {
            List<RenderedItem> rendered = new ArrayList<>();
            List<FailedItem> failed = new ArrayList<>();
            RENDERER.render(inputs, form.format(), form.summaryOnly()).sortInto(rendered, failed);
            rendered.stream()
                    .filter(fit -> fit.bytes().length > most)
                    .map(large -> new FailedItem(contentId, tooLarge(large)))
                    .forEach(failed::add);
            if (!failed.isEmpty()) {
                // Left out of all, so that the formats of a feed list the same items.
                return RenderedForms.failed(contentId, item, failed.get(0).reason());
            }
            forms.put(form, rendered.get(0));
        }
        return RenderedForms.of(contentId, item, forms);
    }

    private String tooLarge(RenderedItem item) {
        return "takes " + item.bytes().length + " bytes in a feed, more than the " + most + " of a document";
    }
}
