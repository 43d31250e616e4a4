/** Consumes the topics: into the store, then at the poll's end feeds are published, all in one transaction. */
@NullMarked
package org.commitcast.feed.intake;

import org.jspecify.annotations.NullMarked;
