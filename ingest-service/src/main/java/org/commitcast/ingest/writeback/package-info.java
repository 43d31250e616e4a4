/** Discussion links on their way into the documents' front matter. */
@NullMarked
package org.commitcast.ingest.writeback;

import org.jspecify.annotations.NullMarked;
