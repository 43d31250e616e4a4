/** Holds announcements back until their feed carries the item and its page answers. */
@NullMarked
package org.commitcast.notify.gate;

import org.jspecify.annotations.NullMarked;
