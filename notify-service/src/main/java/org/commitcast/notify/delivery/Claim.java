package org.commitcast.notify.delivery;

import java.util.UUID;
import org.commitcast.notify.channel.Announcement;

/**
 * A row that was taken for an attempt.
 *
 * @param fencing the number of the taking
 * @param outboxId what Kafka must have acknowledged before the channel is called
 */
record Claim(UUID row, long fencing, long outboxId, Announcement announcement, Attempt attempt) {}
