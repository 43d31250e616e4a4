/** Turns HTML into text and cuts text to what readers take. */
@NullMarked
package org.commitcast.feedrendering.text;

import org.jspecify.annotations.NullMarked;
