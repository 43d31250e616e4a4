/** What an item says, in whatever format. */
@NullMarked
package org.commitcast.feedrendering.item;

import org.jspecify.annotations.NullMarked;
