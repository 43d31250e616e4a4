/** Where items are talked about. */
@NullMarked
package org.commitcast.notify.discussion;

import org.jspecify.annotations.NullMarked;
