/** What becomes of discussions: how much they are liked and how much is said. */
@NullMarked
package org.commitcast.notify.follow;

import org.jspecify.annotations.NullMarked;
