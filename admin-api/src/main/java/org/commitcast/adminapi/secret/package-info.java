/** Secrets at rest: write-only over REST, sealed in the database. */
@NullMarked
package org.commitcast.adminapi.secret;

import org.jspecify.annotations.NullMarked;
