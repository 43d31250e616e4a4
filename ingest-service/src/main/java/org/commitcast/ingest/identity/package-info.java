/** Which item a document is: decided once, for ever, from what documents say and where they lie. Plain rules. */
@NullMarked
package org.commitcast.ingest.identity;

import org.jspecify.annotations.NullMarked;
