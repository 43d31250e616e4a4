/** Repositories as bare local copies: fetched within limits, walked, compared, committed to; never checked out. */
@NullMarked
package org.commitcast.ingest.checkout;

import org.jspecify.annotations.NullMarked;
