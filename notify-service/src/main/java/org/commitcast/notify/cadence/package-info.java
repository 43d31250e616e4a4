/** How often items and their discussions are looked at. */
@NullMarked
package org.commitcast.notify.cadence;

import org.jspecify.annotations.NullMarked;
