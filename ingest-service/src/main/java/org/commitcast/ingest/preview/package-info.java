/** What a branch or pull request would do if it were merged; nothing of it is kept. */
@NullMarked
package org.commitcast.ingest.preview;

import org.jspecify.annotations.NullMarked;
