/** JSON Feed 1.1. */
@NullMarked
package org.commitcast.feedrendering.jsonfeed;

import org.jspecify.annotations.NullMarked;
