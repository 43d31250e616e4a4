/** {@code commitcast feed}: a feed of a working copy, and how it differs from the live one, without any server. */
@NullMarked
package org.commitcast.commandline.feed;

import org.jspecify.annotations.NullMarked;
