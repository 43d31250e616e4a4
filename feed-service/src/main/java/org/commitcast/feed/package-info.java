/** Rebuilds feeds from events and serves them. */
@NullMarked
package org.commitcast.feed;

import org.jspecify.annotations.NullMarked;
