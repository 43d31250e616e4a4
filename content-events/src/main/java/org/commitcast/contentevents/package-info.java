/** The contract between the services. */
@NullMarked
package org.commitcast.contentevents;

import org.jspecify.annotations.NullMarked;
