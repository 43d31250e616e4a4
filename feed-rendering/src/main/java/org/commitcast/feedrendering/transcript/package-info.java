/** Transcripts as documents of their own. */
@NullMarked
package org.commitcast.feedrendering.transcript;

import org.jspecify.annotations.NullMarked;
