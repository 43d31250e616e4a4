/** Chapters of episodes, as documents of their own and within feeds. */
@NullMarked
package org.commitcast.feedrendering.chapters;

import org.jspecify.annotations.NullMarked;
