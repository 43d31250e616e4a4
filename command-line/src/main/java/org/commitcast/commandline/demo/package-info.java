/** {@code commitcast demo}: the whole story on a sample repository, each step verified. */
@NullMarked
package org.commitcast.commandline.demo;

import org.jspecify.annotations.NullMarked;
