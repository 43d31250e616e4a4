/** Kafka and PostgreSQL embedded, the three services as child processes: the stack on one machine. */
@NullMarked
package org.commitcast.localstack;

import org.jspecify.annotations.NullMarked;
