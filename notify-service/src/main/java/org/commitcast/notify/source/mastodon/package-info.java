/** Mastodon: searched on one server with a token, followed on each status' own. */
@NullMarked
package org.commitcast.notify.source.mastodon;

import org.jspecify.annotations.NullMarked;
