package org.commitcast.feed.store;

import java.util.Map;
import org.commitcast.contentevents.ContentSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * An item in all forms that its site's feeds take.
 *
 * @param contentId under which it is stored
 * @param failure why it has no place in any of them; its forms are empty then
 */
record RenderedForms(String contentId, ContentSnapshot item, Map<ItemForm, byte[]> forms, @Nullable String failure) {
    RenderedForms {
        forms = Map.copyOf(forms);
    }

    byte @Nullable [] bytes(ItemForm form) {
        return forms.get(form);
    }
}
