/** Compose file, manifests and documentation, held against the services that they are about. */
@NullMarked
package org.commitcast.deployment;

import org.jspecify.annotations.NullMarked;
