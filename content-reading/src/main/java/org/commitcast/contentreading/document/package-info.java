/** Documents: episodes and posts with typed fields, read from one file each. */
@NullMarked
package org.commitcast.contentreading.document;

import org.jspecify.annotations.NullMarked;
