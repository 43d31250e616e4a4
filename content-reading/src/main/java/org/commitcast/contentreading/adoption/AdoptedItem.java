package org.commitcast.contentreading.adoption;

import org.jspecify.annotations.Nullable;

/** An item of the feed that a show had before. */
public record AdoptedItem(String guid, @Nullable String enclosure, @Nullable String link, @Nullable String title) {}
