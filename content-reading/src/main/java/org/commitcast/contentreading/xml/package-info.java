/** The characters that feeds can carry. */
@NullMarked
package org.commitcast.contentreading.xml;

import org.jspecify.annotations.NullMarked;
