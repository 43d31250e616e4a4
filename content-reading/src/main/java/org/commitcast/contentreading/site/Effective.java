package org.commitcast.contentreading.site;

import org.jspecify.annotations.Nullable;

/** A setting's value and who said it; null where nobody did and there is no default. */
public record Effective<T>(@Nullable T value, Origin origin) {}
