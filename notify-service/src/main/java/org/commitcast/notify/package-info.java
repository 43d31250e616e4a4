/** Posts announcements and tracks discussion links. */
@NullMarked
package org.commitcast.notify;

import org.jspecify.annotations.NullMarked;
