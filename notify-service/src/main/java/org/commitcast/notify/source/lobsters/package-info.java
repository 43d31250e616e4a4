/** Lobsters, which gives stories by their exact address. */
@NullMarked
package org.commitcast.notify.source.lobsters;

import org.jspecify.annotations.NullMarked;
