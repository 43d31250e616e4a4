/** JSON as a tree of texts with places and limits, in the form in which YAML is read. */
@NullMarked
package org.commitcast.contentreading.json;

import org.jspecify.annotations.NullMarked;
