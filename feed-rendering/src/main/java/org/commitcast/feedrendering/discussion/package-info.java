/** Where an item is talked about, as its feeds say it. */
@NullMarked
package org.commitcast.feedrendering.discussion;

import org.jspecify.annotations.NullMarked;
