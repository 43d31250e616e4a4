/** The command commitcast: up, demo. */
@NullMarked
package org.commitcast.commandline;

import org.jspecify.annotations.NullMarked;
