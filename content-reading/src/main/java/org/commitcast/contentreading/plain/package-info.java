/** Folders of Markdown that no generator makes a site of. */
@NullMarked
package org.commitcast.contentreading.plain;

import org.jspecify.annotations.NullMarked;
