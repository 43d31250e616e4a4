/** Characters that a site wants in their plain form, because its generator sets the typographic ones itself. */
@NullMarked
package org.commitcast.contentreading.typography;

import org.jspecify.annotations.NullMarked;
