/** Where the API of a repository's forge is, how it lets us in, and when it wants to be left alone. */
@NullMarked
package org.commitcast.ingest.forge;

import org.jspecify.annotations.NullMarked;
