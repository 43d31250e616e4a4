/** Documents over HTTP: immutable bodies on disk, hot ones in memory, conditional requests, nothing that waits. */
@NullMarked
package org.commitcast.feed.serving;

import org.jspecify.annotations.NullMarked;
