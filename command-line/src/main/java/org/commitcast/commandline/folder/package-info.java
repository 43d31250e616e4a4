/** Folders of content on this machine's disk. */
@NullMarked
package org.commitcast.commandline.folder;

import org.jspecify.annotations.NullMarked;
