/** The rebuild proof: a second store is filled from the topics, compared with what is served, and takes its place. */
@NullMarked
package org.commitcast.feed.rebuild;

import org.jspecify.annotations.NullMarked;
