/** Searches through the whole archive of a site for discussions that took place long ago. */
@NullMarked
package org.commitcast.notify.backfill;

import org.jspecify.annotations.NullMarked;
