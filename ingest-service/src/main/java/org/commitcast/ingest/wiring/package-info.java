/** What the service is put together with. */
@NullMarked
package org.commitcast.ingest.wiring;

import org.jspecify.annotations.NullMarked;
