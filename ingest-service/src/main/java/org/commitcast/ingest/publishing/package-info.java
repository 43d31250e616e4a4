/** What became of a site's documents: the ledger of its items, and their snapshots. */
@NullMarked
package org.commitcast.ingest.publishing;

import org.jspecify.annotations.NullMarked;
