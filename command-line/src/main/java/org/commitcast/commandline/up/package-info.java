/** {@code commitcast up}: the whole stack in the foreground. */
@NullMarked
package org.commitcast.commandline.up;

import org.jspecify.annotations.NullMarked;
