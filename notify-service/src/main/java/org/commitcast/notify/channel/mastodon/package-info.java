/** Mastodon, and servers that speak its interface. */
@NullMarked
package org.commitcast.notify.channel.mastodon;

import org.jspecify.annotations.NullMarked;
