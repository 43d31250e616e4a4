/** Writes JSON that every reader takes, whatever characters a text holds. */
@NullMarked
package org.commitcast.feedrendering.json;

import org.jspecify.annotations.NullMarked;
