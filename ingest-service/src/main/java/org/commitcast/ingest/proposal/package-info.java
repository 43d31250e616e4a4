/** Branches of ours that people take discussion links over from, and the pull and merge requests that ask them to. */
@NullMarked
package org.commitcast.ingest.proposal;

import org.jspecify.annotations.NullMarked;
