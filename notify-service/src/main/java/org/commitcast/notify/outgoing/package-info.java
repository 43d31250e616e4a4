/** How this deployment lets the service connect to other people's servers. */
@NullMarked
package org.commitcast.notify.outgoing;

import org.jspecify.annotations.NullMarked;
