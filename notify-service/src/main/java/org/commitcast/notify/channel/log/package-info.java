/** A channel that needs no account: announcements are written to the log. */
@NullMarked
package org.commitcast.notify.channel.log;

import org.jspecify.annotations.NullMarked;
