/** Rooms of Matrix. */
@NullMarked
package org.commitcast.notify.channel.matrix;

import org.jspecify.annotations.NullMarked;
