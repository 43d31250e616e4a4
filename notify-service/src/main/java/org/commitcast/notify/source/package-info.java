/** Places on the web where items are discussed, asked within their limits. */
@NullMarked
package org.commitcast.notify.source;

import org.jspecify.annotations.NullMarked;
