/** The installed product seen from outside: over HTTP, with real Git, Kafka and PostgreSQL, and with their faults. */
@NullMarked
package org.commitcast.endtoend;

import org.jspecify.annotations.NullMarked;
