/** Tells forges what became of commits: derived from receipts, sent again until it is taken, never in anybody's way. */
@NullMarked
package org.commitcast.ingest.commitstatus;

import org.jspecify.annotations.NullMarked;
