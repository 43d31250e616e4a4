/** The command commitcast: up, demo, read, check. */
@NullMarked
package org.commitcast.commandline;

import org.jspecify.annotations.NullMarked;
