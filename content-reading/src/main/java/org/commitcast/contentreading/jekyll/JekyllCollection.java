package org.commitcast.contentreading.jekyll;

import org.jspecify.annotations.Nullable;

/**
 * A collection of documents.
 *
 * @param output whether its documents are pages
 * @param permalink the pattern of their addresses; null means the usual one
 */
record JekyllCollection(String label, boolean output, @Nullable String permalink) {}
