/** Brings a site up to its repository: one instance at a time, sites side by side. */
@NullMarked
package org.commitcast.ingest.processing;

import org.jspecify.annotations.NullMarked;
