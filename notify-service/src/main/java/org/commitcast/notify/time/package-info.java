/** The database's time, by which everything is due: instances and restarts agree on it. */
@NullMarked
package org.commitcast.notify.time;

import org.jspecify.annotations.NullMarked;
