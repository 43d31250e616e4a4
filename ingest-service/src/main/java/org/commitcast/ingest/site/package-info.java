/** Sites as their owners and their repositories define them. */
@NullMarked
package org.commitcast.ingest.site;

import org.jspecify.annotations.NullMarked;
