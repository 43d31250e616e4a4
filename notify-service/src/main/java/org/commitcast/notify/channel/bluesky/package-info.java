/** Channels on Bluesky and other servers of the AT Protocol. */
@NullMarked
package org.commitcast.notify.channel.bluesky;

import org.jspecify.annotations.NullMarked;
