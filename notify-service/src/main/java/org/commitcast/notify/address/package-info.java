/** Addresses on the web: of items and of threads, and when two of them are the same. */
@NullMarked
package org.commitcast.notify.address;

import org.jspecify.annotations.NullMarked;
