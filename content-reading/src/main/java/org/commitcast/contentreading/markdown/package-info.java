/** Markdown as kramdown renders it, on top of commonmark-java. */
@NullMarked
package org.commitcast.contentreading.markdown;

import org.jspecify.annotations.NullMarked;
