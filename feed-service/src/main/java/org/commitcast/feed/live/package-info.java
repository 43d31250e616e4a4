/** Feeds as readers have them, made by somebody else or come by way of a proxy: read, and held against ours. */
@NullMarked
package org.commitcast.feed.live;

import org.jspecify.annotations.NullMarked;
