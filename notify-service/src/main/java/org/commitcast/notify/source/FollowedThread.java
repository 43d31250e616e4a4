package org.commitcast.notify.source;

import org.jspecify.annotations.Nullable;

/**
 * A thread to look at again.
 *
 * @param url as it was found or given
 * @param remoteId absent where nobody but its address named it
 */
public record FollowedThread(String url, @Nullable String remoteId) {}
