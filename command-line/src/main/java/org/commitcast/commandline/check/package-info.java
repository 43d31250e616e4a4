/** {@code commitcast check}: every rule on a working copy, without any server, and numbers corrected on request. */
@NullMarked
package org.commitcast.commandline.check;

import org.jspecify.annotations.NullMarked;
