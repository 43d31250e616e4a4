/** What Jekyll does with paths, dates, defaults, permalinks, excerpts and Liquid. */
@NullMarked
package org.commitcast.contentreading.jekyll;

import org.jspecify.annotations.NullMarked;
