/** Lemmy: searched on one instance, followed on each thread's own. */
@NullMarked
package org.commitcast.notify.source.lemmy;

import org.jspecify.annotations.NullMarked;
