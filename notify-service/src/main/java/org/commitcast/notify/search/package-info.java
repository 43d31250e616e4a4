/** Searches for discussions of items, by all addresses that they ever had. */
@NullMarked
package org.commitcast.notify.search;

import org.jspecify.annotations.NullMarked;
