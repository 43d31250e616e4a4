/** One receipt for each commit: what it changed, how far each item has come, what was wrong. */
@NullMarked
package org.commitcast.ingest.receipt;

import org.jspecify.annotations.NullMarked;
