/** Threads that may be about an item: what speaks for them, and what becomes of them. */
@NullMarked
package org.commitcast.notify.candidate;

import org.jspecify.annotations.NullMarked;
