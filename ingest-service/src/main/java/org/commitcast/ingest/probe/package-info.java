/** Looks at episodes' audio where it is hosted: beside the work on sites, remembered, one request to a host at a time. */
@NullMarked
package org.commitcast.ingest.probe;

import org.jspecify.annotations.NullMarked;
