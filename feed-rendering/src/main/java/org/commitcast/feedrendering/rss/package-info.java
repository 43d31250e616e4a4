/** RSS 2.0, with everything that its channel and items hold. */
@NullMarked
package org.commitcast.feedrendering.rss;

import org.jspecify.annotations.NullMarked;
