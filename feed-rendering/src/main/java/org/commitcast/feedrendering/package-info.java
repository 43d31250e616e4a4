/** Renders feeds from content snapshots: a pure function from definition, snapshots and discussion links to bytes. */
@NullMarked
package org.commitcast.feedrendering;

import org.jspecify.annotations.NullMarked;
