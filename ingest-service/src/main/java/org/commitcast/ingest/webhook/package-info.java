/** Deliveries of forges: verified over their raw bytes, stored, acknowledged. */
@NullMarked
package org.commitcast.ingest.webhook;

import org.jspecify.annotations.NullMarked;
