/** What a deployment lets files take. */
@NullMarked
package org.commitcast.contentreading.limit;

import org.jspecify.annotations.NullMarked;
