/** Apple's words for shows and episodes, which all podcast directories read. */
@NullMarked
package org.commitcast.feedrendering.apple;

import org.jspecify.annotations.NullMarked;
