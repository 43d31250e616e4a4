/** YAML as text: a tree of scalars that keep their spelling and place, with limits, and no object is ever constructed. */
@NullMarked
package org.commitcast.contentreading.yaml;

import org.jspecify.annotations.NullMarked;
