/** What waits to be done: deliveries that were acknowledged, and which site is worked on by whom, when. */
@NullMarked
package org.commitcast.ingest.inbox;

import org.jspecify.annotations.NullMarked;
