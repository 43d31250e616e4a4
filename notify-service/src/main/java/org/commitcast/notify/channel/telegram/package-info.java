/** Channels, groups and people of Telegram, by a bot. */
@NullMarked
package org.commitcast.notify.channel.telegram;

import org.jspecify.annotations.NullMarked;
