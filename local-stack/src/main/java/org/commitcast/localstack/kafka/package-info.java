/** Kafka inside this process. */
@NullMarked
package org.commitcast.localstack.kafka;

import org.jspecify.annotations.NullMarked;
