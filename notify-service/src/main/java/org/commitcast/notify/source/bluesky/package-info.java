/** Bluesky: searched with a session, followed without. */
@NullMarked
package org.commitcast.notify.source.bluesky;

import org.jspecify.annotations.NullMarked;
