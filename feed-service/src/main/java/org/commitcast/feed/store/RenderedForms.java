package org.commitcast.feed.store;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.feedrendering.ItemElements;
import org.commitcast.feedrendering.RenderedItem;
import org.jspecify.annotations.Nullable;

/**
 * An item in all forms that its site's feeds take.
 *
 * @param contentId under which it is stored
 * @param failure why it has no place in any of them; its forms are empty then
 * @param elements what it says, each element with a digest
 */
record RenderedForms(
        String contentId,
        ContentSnapshot item,
        Map<ItemForm, RenderedItem> forms,
        @Nullable String failure,
        @Nullable String elements) {
    RenderedForms {
        forms = Map.copyOf(forms);
    }

    static RenderedForms failed(String contentId, ContentSnapshot item, String reason) {
        return new RenderedForms(contentId, item, Map.of(), reason, null);
    }

    static RenderedForms of(String contentId, ContentSnapshot item, Map<ItemForm, RenderedItem> forms) {
        RenderedItem rss = forms.getOrDefault(ItemForm.RSS, forms.get(ItemForm.RSS_SUMMARY));
        return new RenderedForms(contentId, item, forms, null, rss == null ? null : elements(rss));
    }

    private static @Nullable String elements(RenderedItem rss) {
        try {
            return ItemElements.of(rss).toString();
        } catch (IllegalArgumentException e) {
            // Only what is told of its next change hangs on this; its readers are not to miss it for that.
            return null;
        }
    }

    byte @Nullable [] bytes(ItemForm form) {
        RenderedItem rendered = forms.get(form);
        return rendered == null ? null : rendered.bytes();
    }

    /** One for each form, separated by commas; empty where it has no such form. */
    String digests() {
        return each(RenderedItem::digest);
    }

    String sizes() {
        return each(form -> String.valueOf(form.bytes().length));
    }

    private String each(Function<RenderedItem, String> said) {
        return Arrays.stream(ItemForm.values())
                .map(form -> forms.containsKey(form) ? said.apply(forms.get(form)) : "")
                .collect(Collectors.joining(","));
    }
}
