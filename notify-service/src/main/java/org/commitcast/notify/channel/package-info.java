/** Where announcements go: definitions, secrets, and the one contract of all backends. */
@NullMarked
package org.commitcast.notify.channel;

import org.jspecify.annotations.NullMarked;
