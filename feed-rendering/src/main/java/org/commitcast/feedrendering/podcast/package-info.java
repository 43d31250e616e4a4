/** The podcast namespace's words for shows and episodes. */
@NullMarked
package org.commitcast.feedrendering.podcast;

import org.jspecify.annotations.NullMarked;
