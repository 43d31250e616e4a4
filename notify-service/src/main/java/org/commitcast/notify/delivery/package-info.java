/** Takes due announcements to their channels, once. */
@NullMarked
package org.commitcast.notify.delivery;

import org.jspecify.annotations.NullMarked;
