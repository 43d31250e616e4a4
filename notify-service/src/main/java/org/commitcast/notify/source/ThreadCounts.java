package org.commitcast.notify.source;

import org.jspecify.annotations.Nullable;

/**
 * What a thread has come to.
 *
 * @param score points, votes or likes; absent where the source does not say it
 * @param over whether nobody can answer any more, or it is deleted: it need not be looked at again
 */
public record ThreadCounts(@Nullable Integer score, @Nullable Integer comments, boolean over) {}
