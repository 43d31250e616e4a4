package org.commitcast.ingest.checkout;

import org.jspecify.annotations.Nullable;

/**
 * A path that differs between two trees.
 *
 * @param before the file's object id; absent where it is new
 * @param after absent where it is gone
 */
public record Change(String path, @Nullable String before, @Nullable String after) {}
