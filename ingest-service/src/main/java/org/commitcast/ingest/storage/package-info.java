/** How state is kept in columns. */
@NullMarked
package org.commitcast.ingest.storage;

import org.jspecify.annotations.NullMarked;
