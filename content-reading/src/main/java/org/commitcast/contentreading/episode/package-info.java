/** What makes a document an episode: enclosure, duration and chapters. */
@NullMarked
package org.commitcast.contentreading.episode;

import org.jspecify.annotations.NullMarked;
