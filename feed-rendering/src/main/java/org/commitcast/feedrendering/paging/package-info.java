/** How a feed's items are spread over the document that readers subscribe to and archives that stay as they are. */
@NullMarked
package org.commitcast.feedrendering.paging;

import org.jspecify.annotations.NullMarked;
