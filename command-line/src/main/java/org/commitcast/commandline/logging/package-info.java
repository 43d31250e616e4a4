/** Where the log of what runs inside this process goes. */
@NullMarked
package org.commitcast.commandline.logging;

import org.jspecify.annotations.NullMarked;
