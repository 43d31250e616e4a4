/** HTML that we write: never markup out of anything that others said. */
@NullMarked
package org.commitcast.notify.html;

import org.jspecify.annotations.NullMarked;
