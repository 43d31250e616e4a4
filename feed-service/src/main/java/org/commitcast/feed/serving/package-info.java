/** Documents over HTTP: immutable bodies in memory and on disk, conditional requests, nothing that waits. */
@NullMarked
package org.commitcast.feed.serving;

import org.jspecify.annotations.NullMarked;
