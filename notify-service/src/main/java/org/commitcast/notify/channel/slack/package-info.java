/** Channels of Slack, and of servers that take messages as its incoming webhooks do. */
@NullMarked
package org.commitcast.notify.channel.slack;

import org.jspecify.annotations.NullMarked;
