/** A channel for programs: signed HTTP posts after Standard Webhooks. */
@NullMarked
package org.commitcast.notify.channel.webhook;

import org.jspecify.annotations.NullMarked;
