/** How long audio plays, out of the few bytes of a file that say so. Plain parsers over any source of bytes. */
@NullMarked
package org.commitcast.contentreading.audio;

import org.jspecify.annotations.NullMarked;
