/** Channels of Discord, by webhook. */
@NullMarked
package org.commitcast.notify.channel.discord;

import org.jspecify.annotations.NullMarked;
