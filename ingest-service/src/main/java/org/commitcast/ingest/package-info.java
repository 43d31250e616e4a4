/** Turns new content commits into events. */
@NullMarked
package org.commitcast.ingest;

import org.jspecify.annotations.NullMarked;
