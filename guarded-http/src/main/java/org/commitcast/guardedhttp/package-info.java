/** Every outgoing connection: addresses checked and pinned, bounded time and bytes, redirects checked again. */
@NullMarked
package org.commitcast.guardedhttp;

import org.jspecify.annotations.NullMarked;
