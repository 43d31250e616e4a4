/** Atom 1.0. */
@NullMarked
package org.commitcast.feedrendering.atom;

import org.jspecify.annotations.NullMarked;
