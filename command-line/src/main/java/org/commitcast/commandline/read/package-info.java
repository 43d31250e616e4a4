/** {@code commitcast read}: what Commitcast makes of a folder of content, without any server. */
@NullMarked
package org.commitcast.commandline.read;

import org.jspecify.annotations.NullMarked;
