/** Feeds on their way to the branch from which a show's own hosting serves them: one commit for what changed together. */
@NullMarked
package org.commitcast.ingest.hosting;

import org.jspecify.annotations.NullMarked;
