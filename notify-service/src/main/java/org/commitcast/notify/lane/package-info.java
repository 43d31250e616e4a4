/** Work in lanes: one thing at a time for each key, keys beside one another. */
@NullMarked
package org.commitcast.notify.lane;

import org.jspecify.annotations.NullMarked;
