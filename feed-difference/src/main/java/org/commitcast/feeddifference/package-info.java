/** Feeds as their readers take them, and how two of them differ. */
@NullMarked
package org.commitcast.feeddifference;

import org.jspecify.annotations.NullMarked;
