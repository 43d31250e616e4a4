/** After a build: one start for practice, so that later ones are quick. */
@NullMarked
package org.commitcast.commandline.rehearsal;

import org.jspecify.annotations.NullMarked;
