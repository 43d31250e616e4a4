/** Discussion links in the front matter, there or still to come. */
@NullMarked
package org.commitcast.contentreading.discussion;

import org.jspecify.annotations.NullMarked;
