/** What a path says of a file before it is read. */
@NullMarked
package org.commitcast.contentreading.path;

import org.jspecify.annotations.NullMarked;
