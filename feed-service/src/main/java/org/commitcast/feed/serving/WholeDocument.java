package org.commitcast.feed.serving;

import org.jspecify.annotations.Nullable;

/**
 * A document with its body, which is not kept in memory for all of them.
 *
 * @param body there exactly when the document is served
 */
public record WholeDocument(ServedDocument head, @Nullable DocumentBody body) {}
