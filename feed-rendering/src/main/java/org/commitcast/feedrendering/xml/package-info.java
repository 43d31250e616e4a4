/** Writes XML that every reader takes, whatever characters a text holds. */
@NullMarked
package org.commitcast.feedrendering.xml;

import org.jspecify.annotations.NullMarked;
