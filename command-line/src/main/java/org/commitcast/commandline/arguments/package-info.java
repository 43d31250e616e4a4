/** What was typed after the command's name. */
@NullMarked
package org.commitcast.commandline.arguments;

import org.jspecify.annotations.NullMarked;
