/** A site's definition in a file, as it would be given to a server. */
@NullMarked
package org.commitcast.commandline.definition;

import org.jspecify.annotations.NullMarked;
